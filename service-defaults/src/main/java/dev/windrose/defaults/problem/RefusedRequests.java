package dev.windrose.defaults.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What the firewall refuses before anything else looks at it: tricky paths are 400, methods nobody serves 405. */
@Component
class RefusedRequests implements RequestRejectedHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Problems problems;

    RefusedRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        if (!response.isCommitted()) {
            boolean known = METHODS.contains(request.getMethod());
            problems.write(
                    known ? refused() : ProblemAdvice.forStatus(HttpStatus.METHOD_NOT_ALLOWED), request, response);
        }
    }

    static ProblemException refused() {
        return Problems.malformed("The address or a header has characters that are not accepted.");
    }
}
