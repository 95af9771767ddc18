package dev.windrose.defaults.http;

import dev.windrose.defaults.security.ServiceTokens;
import dev.windrose.defaults.tracing.RequestIds;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Clients of other services: HTTP/1.1, every timeout set, request id and service token sent along. */
public final class ServiceClients {
    /** Read once by the JDK's client, before its first connection: idle ones go well before the server closes them (60 s). */
    private static final String IDLE_SECONDS = "jdk.httpclient.keepalive.timeout";

    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(250);

    static {
        if (System.getProperty(IDLE_SECONDS) == null) {
            System.setProperty(IDLE_SECONDS, "20");
        }
    }

    private final RestClient.Builder builder;
    private final ServiceTokens tokens;

    ServiceClients(RestClient.Builder builder, ServiceTokens tokens) {
        this.builder = builder;
        this.tokens = tokens;
    }

    /** A client of a service's {@code /internal} endpoints. @param service its name, the token's audience */
    public RestClient internal(String service, String baseUrl, Duration readTimeout) {
        return base(baseUrl, readTimeout)
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(tokens.tokenFor(service));
                    return execution.execute(request, body);
                })
                .build();
    }

    /** A client of endpoints open to all. */
    public RestClient open(String baseUrl, Duration readTimeout) {
        return base(baseUrl, readTimeout).build();
    }

    private RestClient.Builder base(String baseUrl, Duration readTimeout) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(readTimeout);
        return builder.clone()
                .baseUrl(baseUrl)
                .requestFactory(factory)
                .requestInterceptor((request, body, execution) -> {
                    HttpHeaders headers = request.getHeaders();
                    if (!"-".equals(RequestIds.current())) {
                        headers.set(RequestIds.HEADER, RequestIds.current());
                    }
                    return execution.execute(request, body);
                });
    }
}
