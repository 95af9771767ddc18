package dev.windrose.gateway.proxy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HTTP/1.1 connections to the services, kept and used again; each service has a pool of its own, so that a slow one takes only its own. */
final class ServiceConnections {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(250);
    /** More than the burst that a service is asked to take at once: who waits does so in the service, first come first served. */
    private static final int PER_SERVICE = 1024;

    /** Shorter than the services keep an idle connection, so that none is used just as it is closed. */
    private static final Timeout KEPT_IDLE = Timeout.ofSeconds(5);

    private static final TimeValue CHECKED_AFTER = TimeValue.ofMilliseconds(500);

    private ServiceConnections() {}

    /** A client that changes nothing of what passes: no cookies, redirects, decompression or retries of its own. */
    static CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                .evictIdleConnections(KEPT_IDLE)
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .build();
    }

    private static HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(PER_SERVICE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                        .setIdleTimeout(KEPT_IDLE)
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoKeepAlive(true)
                        .build())
                // Latin-1 is what servlet containers read headers as: bytes come out as they went in. And a service may
                // refuse an upload before its end.
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                        .build())
                .build();
    }
}
