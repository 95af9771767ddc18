package dev.windrose.gateway.proxy;

import dev.windrose.defaults.http.RequestDeadline;
import dev.windrose.defaults.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Asks a service and hands its answer on as it is. No answer in the time the request has left, or none at all, is 503: what the service
 * has done of it is then unknown.
 */
final class ServiceProxy implements HandlerFunction<ServerResponse> {
    private static final Logger log = LoggerFactory.getLogger(ServiceProxy.class);
    private static final Duration IMPORT_TIME = Duration.ofMinutes(15);
    private static final Duration OUR_OWN_WORK = Duration.ofMillis(100);
    private static final Timeout WAIT_FOR_CONNECTION = Timeout.ofMilliseconds(500);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final String service;
    private final HttpHost address;
    private final CloseableHttpClient client;

    ServiceProxy(String service, HttpHost address, CloseableHttpClient client) {
        this.service = service;
        this.address = address;
        this.client = client;
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws IOException {
        HttpServletRequest incoming = request.servletRequest();
        ClassicHttpRequest outgoing = ForwardedRequest.of(incoming);
        Duration time = Backend.isImport(incoming.getRequestURI())
                ? IMPORT_TIME
                : RequestDeadline.remaining().minus(OUR_OWN_WORK);
        return new ServiceAnswer(ask(outgoing, time));
    }

    private ClassicHttpResponse ask(ClassicHttpRequest outgoing, Duration time) {
        try {
            return send(outgoing, time);
        } catch (IOException e) {
            log.warn(
                    "{} {} got no answer from {}: {}", outgoing.getMethod(), outgoing.getPath(), service, e.toString());
            throw Problems.unavailable();
        }
    }

    /** A kept connection may turn out dead just when it is used; where repeating is safe it is, once. */
    private ClassicHttpResponse send(ClassicHttpRequest outgoing, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        try {
            return client.executeOpen(address, outgoing, within(time));
        } catch (NoHttpResponseException | SocketException e) {
            if (e instanceof ConnectException || !SAFE.contains(outgoing.getMethod())) {
                throw e;
            }
            return client.executeOpen(address, outgoing, within(Duration.ofNanos(end - System.nanoTime())));
        }
    }

    private static HttpClientContext within(Duration time) {
        if (time.toMillis() < 1) {
            throw Problems.unavailable();
        }
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(WAIT_FOR_CONNECTION)
                .setResponseTimeout(Timeout.of(time))
                .build());
        return context;
    }
}
