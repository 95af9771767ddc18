package dev.windrose.gateway.proxy;

import dev.windrose.defaults.problem.Problems;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.coyote.CloseNowException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the client, untouched and never held whole. */
final class ServiceAnswer implements ServerResponse {
    private static final int BUFFER = 8192;

    private static final Logger log = LoggerFactory.getLogger(ServiceAnswer.class);

    private final ClassicHttpResponse answer;

    ServiceAnswer(ClassicHttpResponse answer) {
        this.answer = answer;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    @Override
    public org.springframework.http.HttpHeaders headers() {
        var headers = new org.springframework.http.HttpHeaders();
        for (Header header : answer.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    /** If the service breaks off midway and part of its answer is gone already, the client's connection is cut: that is all that can still be said. */
    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        OwnHeaders own = OwnHeaders.of(response);
        try (answer) {
            response.setStatus(answer.getCode());
            for (Header header : answer.getHeaders()) {
                if (!HopByHop.endsAnswer(header.getName())) {
                    response.addHeader(header.getName(), header.getValue());
                }
            }
            writeBody(response);
        } catch (BrokenOff e) {
            log.warn("{} {} got half an answer: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
            if (response.isCommitted()) {
                throw new CloseNowException(e.getMessage(), e);
            }
            response.reset();
            own.restoreIn(response);
            throw Problems.unavailable();
        }
        return null;
    }

    private void writeBody(HttpServletResponse response) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            Header length = answer.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
            if (length != null) {
                response.setHeader(HttpHeaders.CONTENT_LENGTH, length.getValue());
            }
            return;
        }
        long length = entity.getContentLength();
        if (length >= 0) {
            response.setContentLengthLong(length);
        }
        byte[] buffer = new byte[length > 0 && length < BUFFER ? (int) length : BUFFER];
        InputStream from = entity.getContent();
        OutputStream to = response.getOutputStream();
        for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
            to.write(buffer, 0, n);
        }
    }

    private static int read(InputStream from, byte[] buffer) throws BrokenOff {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    /** The service, not the client, is the one that went away. */
    private static final class BrokenOff extends IOException {
        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    /** What the gateway itself had put on the answer. */
    private record OwnHeaders(Map<String, Collection<String>> values) {
        static OwnHeaders of(HttpServletResponse response) {
            Map<String, Collection<String>> values = new LinkedHashMap<>();
            response.getHeaderNames().forEach(name -> values.put(name, List.copyOf(response.getHeaders(name))));
            return new OwnHeaders(values);
        }

        void restoreIn(HttpServletResponse response) {
            values.forEach((name, all) -> all.forEach(value -> response.addHeader(name, value)));
        }
    }
}
