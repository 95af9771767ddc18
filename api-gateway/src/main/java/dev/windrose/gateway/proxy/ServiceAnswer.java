package dev.windrose.gateway.proxy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the client, untouched and never held whole. */
final class ServiceAnswer implements ServerResponse {
    private static final int BUFFER = 8192;

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

    /** If the service breaks off midway the exception goes on to the container, which then cuts the client's connection too. */
    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (answer) {
            response.setStatus(answer.getCode());
            for (Header header : answer.getHeaders()) {
                if (!HopByHop.endsAnswer(header.getName())) {
                    response.addHeader(header.getName(), header.getValue());
                }
            }
            writeBody(response);
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
        try (InputStream from = entity.getContent()) {
            OutputStream to = response.getOutputStream();
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
            }
        }
    }
}
