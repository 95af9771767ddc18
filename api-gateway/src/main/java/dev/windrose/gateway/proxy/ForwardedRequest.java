package dev.windrose.gateway.proxy;

import dev.windrose.defaults.tracing.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.http.HttpHeaders;

/** A client's request as the service gets it: address and headers as they came, less what ends here, plus who asked and how. */
final class ForwardedRequest {
    private ForwardedRequest() {}

    static ClassicHttpRequest of(HttpServletRequest incoming) throws IOException {
        String query = incoming.getQueryString();
        String path = incoming.getRequestURI();
        ClassicHttpRequest outgoing =
                new BasicClassicHttpRequest(incoming.getMethod(), query == null ? path : path + "?" + query);
        copyHeaders(incoming, outgoing);
        outgoing.setHeader(RequestIds.HEADER, RequestIds.current());
        outgoing.setHeader("X-Forwarded-For", incoming.getRemoteAddr());
        outgoing.setHeader("X-Forwarded-Proto", incoming.getScheme());
        outgoing.setHeader("X-Forwarded-Host", incoming.getServerName());
        outgoing.setHeader("X-Forwarded-Port", incoming.getServerPort());
        if (hasBody(incoming)) {
            outgoing.setEntity(Backend.isImport(path) ? streamed(incoming) : read(incoming));
        }
        return outgoing;
    }

    private static void copyHeaders(HttpServletRequest incoming, ClassicHttpRequest outgoing) {
        Set<String> named = namedByConnection(incoming);
        for (String name : Collections.list(incoming.getHeaderNames())) {
            if (!HopByHop.endsRequest(name) && !named.contains(name.toLowerCase(Locale.ROOT))) {
                incoming.getHeaders(name).asIterator().forEachRemaining(value -> outgoing.addHeader(name, value));
            }
        }
    }

    /** {@code Connection: x-secret} makes x-secret a header of this hop; but it takes away none that says who is asking. */
    private static Set<String> namedByConnection(HttpServletRequest incoming) {
        String connection = incoming.getHeader(HttpHeaders.CONNECTION);
        if (connection == null || connection.equalsIgnoreCase("keep-alive")) {
            return Set.of();
        }
        return Arrays.stream(connection.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !name.equals("authorization") && !name.equals("content-type"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasBody(HttpServletRequest incoming) {
        return incoming.getContentLengthLong() > 0 || incoming.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Read whole, it is small: a slow sender keeps no connection of the service's, and what is too large never gets there. */
    private static HttpEntity read(HttpServletRequest incoming) throws IOException {
        try (InputStream body = incoming.getInputStream()) {
            return new ByteArrayEntity(body.readAllBytes(), null);
        }
    }

    private static HttpEntity streamed(HttpServletRequest incoming) throws IOException {
        return new InputStreamEntity(incoming.getInputStream(), incoming.getContentLengthLong(), null);
    }
}
