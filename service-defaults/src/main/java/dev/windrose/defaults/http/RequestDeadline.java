package dev.windrose.defaults.http;

import dev.windrose.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** The instant by which a request must be answered: no step begins that can't end before it. */
public final class RequestDeadline extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(RequestDeadline.class);
    private static final ThreadLocal<Long> DEADLINE_NANOS = new ThreadLocal<>();
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Duration budget;

    public RequestDeadline(Duration budget) {
        this.budget = budget;
    }

    /** What is left of this request's time; a day outside a request (jobs have timeouts of their own). */
    public static Duration remaining() {
        Long deadline = DEADLINE_NANOS.get();
        return deadline == null ? UNBOUNDED : Duration.ofNanos(deadline - System.nanoTime());
    }

    /** Refuses with 503 to begin a step that takes up to {@code needed}. */
    public static void require(Duration needed) {
        Duration remaining = remaining();
        if (remaining.compareTo(needed) < 0) {
            log.info("sent away: the next step may take {} and {} is left", needed, remaining);
            throw Problems.unavailable();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DEADLINE_NANOS.set(System.nanoTime() + budget.toNanos());
        try {
            chain.doFilter(request, response);
        } finally {
            DEADLINE_NANOS.remove();
        }
    }
}
