package dev.windrose.defaults.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The one place where exceptions become answers. What nobody named is a 500 that says nothing of the inside. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Codes of what Spring itself refuses, by status. */
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed_request",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "payload_too_large",
            415, "unsupported_media_type",
            503, "service_unavailable");

    @ExceptionHandler
    ResponseEntity<ProblemBody> problem(ProblemException e, HttpServletRequest request) {
        return Problems.entity(e, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> missing(MissingServletRequestParameterException e, HttpServletRequest request) {
        return Problems.entity(ValidationFailed.of(e.getParameterName(), "required", "is required"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return Problems.entity(ValidationFailed.of(e.getName(), "invalid", "has not the form asked for"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return Problems.entity(Problems.unreadable(e.getCause()), request);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemBody> databaseAway(Exception e, HttpServletRequest request) {
        log.warn("{} {}: the database doesn't answer: {}", request.getMethod(), request.getRequestURI(), e.toString());
        return Problems.entity(Problems.unavailable(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> denied(AccessDeniedException e, HttpServletRequest request) {
        return Problems.entity(
                new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "This is not open to your role."), request);
    }

    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<ProblemBody> refused(Exception e, HttpServletRequest request) {
        return Problems.entity(RefusedRequests.refused(), request);
    }

    /** An answer already on its way can't become another: the exception goes on and cuts the connection, so that nobody takes it for whole. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> other(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        if (e instanceof ErrorResponse refusal) {
            HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
            if (!status.is5xxServerError() || status == HttpStatus.SERVICE_UNAVAILABLE) {
                ResponseEntity<ProblemBody> entity = Problems.entity(forStatus(status), request);
                return ResponseEntity.status(status)
                        .headers(refusal.getHeaders())
                        .headers(entity.getHeaders())
                        .body(entity.getBody());
            }
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return Problems.entity(forStatus(HttpStatus.INTERNAL_SERVER_ERROR), request);
    }

    /** The problem for a bare status: from Spring MVC, or from the container's error page. */
    static ProblemException forStatus(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return Problems.unknownPath();
        }
        String code =
                CODES.getOrDefault(status.value(), status.is4xxClientError() ? "malformed_request" : "internal_error");
        String detail = status.is5xxServerError()
                ? "Something went wrong on our side; the request id helps to find out what."
                : "The request was refused: " + status.getReasonPhrase() + ".";
        return new ProblemException(status, code, detail);
    }
}
