package dev.windrose.gateway.edge;

import dev.windrose.defaults.problem.Problems;
import dev.windrose.gateway.proxy.Backend;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body may have 1 MB, an import 100 MB. One that says it has more is refused at once, one that doesn't say when it gets there. */
@Component
class PayloadLimit extends OncePerRequestFilter {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long BODY = MEGABYTE;
    private static final long IMPORT = 100 * MEGABYTE;

    private final Problems problems;

    PayloadLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = Backend.isImport(request.getRequestURI()) ? IMPORT : BODY;
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            problems.write(PayloadTooLarge.over(limit), request, response);
        } else {
            chain.doFilter(announced >= 0 ? request : new Limited(request, limit), response);
        }
    }

    /** A request whose body ends with {@link PayloadTooLarge} beyond the limit. */
    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream stream;
        private final long limit;
        private long taken;

        LimitedStream(ServletInputStream stream, long limit) {
            this.stream = stream;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = stream.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = stream.read(into, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int more) {
            taken += more;
            if (taken > limit) {
                throw PayloadTooLarge.over(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
