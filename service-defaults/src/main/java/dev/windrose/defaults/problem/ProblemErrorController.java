package dev.windrose.defaults.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what failed before or outside MVC: the same form as everywhere. */
@RestController
class ProblemErrorController implements ErrorController {
    /** Nothing is added to an answer already on its way: the container then closes the connection. */
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ResponseEntity<ProblemBody> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer i ? HttpStatus.resolve(i) : HttpStatus.NOT_FOUND;
        ProblemException problem = ProblemAdvice.forStatus(status == null ? HttpStatus.BAD_REQUEST : status);
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ResponseEntity<ProblemBody> entity = Problems.entity(problem, request);
        return ResponseEntity.status(problem.status())
                .headers(entity.getHeaders())
                .body(ProblemBody.of(problem, uri == null ? request.getRequestURI() : uri.toString()));
    }
}
