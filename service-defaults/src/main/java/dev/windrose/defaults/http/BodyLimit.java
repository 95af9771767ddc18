package dev.windrose.defaults.http;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over 1 MB with 413, by their length if they tell it, else when it is reached. CSV is left to those who read it. */
final class BodyLimit extends OncePerRequestFilter {
    private static final long MAX_BYTES = 1 << 20;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/csv");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            problems.write(tooLarge(), request, response);
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    private static ProblemException tooLarge() {
        return Problems.tooLarge("1 MB");
    }

    /** The request with a body that can't be read past the limit. */
    private static final class Limited extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream body;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream limited = body;
            if (limited == null) {
                limited = new LimitedBody(super.getInputStream());
                body = limited;
            }
            return limited;
        }
    }

    /** {@link LimitedInputStream} as the servlet API wants it. */
    private static final class LimitedBody extends ServletInputStream {
        private final ServletInputStream body;
        private final LimitedInputStream limited;

        LimitedBody(ServletInputStream body) {
            this.body = body;
            this.limited = new LimitedInputStream(body, MAX_BYTES, BodyLimit::tooLarge);
        }

        @Override
        public int read() throws IOException {
            return limited.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return limited.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
