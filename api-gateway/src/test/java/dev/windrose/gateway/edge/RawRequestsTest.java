package dev.windrose.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.gateway.GatewayTest;
import dev.windrose.gateway.StandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends, byte by byte. */
class RawRequestsTest extends GatewayTest {
    @BeforeEach
    void forget() {
        List.of(FLIGHT, BOOKING, NOTIFICATION).forEach(StandIn::reset);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void isRefused(String answer, String... statuses) {
        assertThat(answer).isNotEmpty();
        assertThat(List.of(statuses)).as(answer).contains(answer.substring(9, 12));
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json", "x-request-id: ")
                .doesNotContain("tomcat", "apache", "java", "exception", "<html");
        assertThat(answer).contains("\"code\":\"");
        for (StandIn service : List.of(FLIGHT, BOOKING, NOTIFICATION)) {
            assertThat(service.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/flights/../../../internal/holds",
                "/api/v1/flights/..;/internal/holds",
                "/api/v1/flights/;a=b/1",
                "/api/v1/flights/%2e%2e/%2e%2e/internal",
                "/api/v1/flights/..%2f..%2finternal",
                "/api/v1/flights/%2Fetc",
                "/api/v1/flights/%5c..%5c",
                "/api/v1/flights/\\..\\",
                "/api/v1/flights//1",
                "//api/v1/flights",
                "/api/v1/flights/./1",
                "/api/v1/flights/%252e%252e/1",
                "/api/v1/flights/%00",
                "/api/v1/flights/%0d%0aX-Evil:1",
                "/api/v1/flights/%zz",
                "/api/v1/flights/<script>",
                "/api/v1/flights/{id}",
                "/api/v1/flights/é",
                "/api/v1/flights?q=\"x\"",
                "/%69nternal/holds",
                "/INTERNAL/../internal/holds",
                "*",
                "api/v1/flights"
            })
    void refusesTrickyAddresses(String address) throws IOException {
        isRefused(
                exchange("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), "400", "404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/flights HTTP/1.1\r\n\r\n",
                "GET /api/v1/flights HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/flights HTTP/1.1\r\nHost: a b<>\r\n\r\n",
                "GET /api/v1/flights HTTP/1.1\r\nHost: a\r\nX-Bad\u0001Name: 1\r\n\r\n",
                "GET /api/v1/flights HTTP/1.1\r\nHost: a\r\nX-Note: \u0085\u0090\r\n\r\n",
                "POST /api/v1/flights HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /api/v1/flights HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nabcdef",
                "POST /api/v1/flights HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /api/v1/flights HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /api/v1/flights HTTP/9.9\r\nHost: a\r\n\r\n",
                "G\u0001T /api/v1/flights HTTP/1.1\r\nHost: a\r\n\r\n",
                "TRACE /api/v1/flights HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void refusesWhatIsHardlyARequest(String request) throws IOException {
        isRefused(exchange(request), "400", "405", "501", "505");
    }

    @Test
    void refusesEndlessHeaders() throws IOException {
        isRefused(
                exchange("GET /api/v1/flights HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n"),
                "400",
                "431");
    }
}
