package dev.windrose.defaults.problem;

import dev.windrose.defaults.tracing.RequestIds;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Answers what Tomcat refuses by itself, before any filter: the same form as everywhere, nothing of the inside. */
final class ProblemReportValve extends ErrorReportValve {
    private final Problems problems;

    ProblemReportValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        ProblemException problem = ProblemAdvice.forStatus(status == null ? HttpStatus.BAD_REQUEST : status);
        try {
            RequestIds.around(request.getRequest(), response.getResponse(), () -> {
                response.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                response.getResponse().setHeader("Cache-Control", "no-store");
                problems.write(problem, request.getRequest(), response.getResponse());
            });
        } catch (IOException e) {
            container.getLogger().debug("the caller has gone", e);
        }
    }
}
