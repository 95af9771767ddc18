package dev.windrose.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.gateway.Client.Answer;
import dev.windrose.gateway.GatewayTest;
import dev.windrose.gateway.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class FaultyServicesTest extends GatewayTest {
    private static final RawService RAW = new RawService();

    @DynamicPropertySource
    static void rawNotification(DynamicPropertyRegistry registry) {
        registry.add("windrose.services.notification", RAW::url);
        registry.add("windrose.services.booking", () -> "http://127.0.0.1:1");
    }

    @AfterEach
    void reset() {
        FLIGHT.reset();
    }

    private static void isUnavailable(Answer answer) {
        answer.problem(503, "service_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void answersForAServiceThatIsDown() {
        isUnavailable(nobody().get("/api/v1/bookings"));
        isUnavailable(nobody().post("/api/v1/bookings", Map.of()));
    }

    @Test
    void answersForAServiceThatDoesNot() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        FLIGHT.answers(exchange -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            StandIn.reply(exchange, 200, "{}");
        });
        isUnavailable(nobody().get("/api/v1/flights/1"));
        assertThat(FLIGHT.asked()).hasSize(1);
        released.countDown();
    }

    @Test
    void answersForAServiceThatResetsOrTalksNonsense() {
        RAW.behaviour = socket -> socket.setSoLinger(true, 0);
        isUnavailable(nobody().get("/api/v1/notifications"));
        RAW.behaviour = socket -> {};
        isUnavailable(nobody().get("/api/v1/notifications"));
        RAW.behaviour = socket -> write(socket, "SMTP ready\r\n\r\n");
        isUnavailable(nobody().get("/api/v1/notifications"));
    }

    @Test
    void asksAgainOnlyWhereRepeatingIsSafe() {
        AtomicInteger asked = new AtomicInteger();
        RAW.behaviour = socket -> {
            if (asked.incrementAndGet() > 1) {
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            }
        };
        assertThat(nobody().get("/api/v1/notifications").status()).isEqualTo(200);
        assertThat(asked).hasValue(2);
        asked.set(0);
        isUnavailable(nobody().send("PUT", "/api/v1/notifications/preferences", Map.of()));
        assertThat(asked).hasValue(1);
    }

    @Test
    void sendsNothingTwiceWhenAnAnswerBreaksOff() {
        AtomicInteger asked = new AtomicInteger();
        RAW.behaviour = socket -> {
            asked.incrementAndGet();
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(50_000));
        };
        assertThatThrownBy(() -> nobody().post("/api/v1/notifications", Map.of()))
                .hasCauseInstanceOf(IOException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void neverPassesHalfAnAnswerOffAsAWholeOne() {
        RAW.behaviour =
                socket -> write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(50_000));
        assertThatThrownBy(() -> nobody().get("/api/v1/notifications")).hasCauseInstanceOf(IOException.class);
        RAW.behaviour = socket -> write(
                socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nC350\r\n" + "x".repeat(50_000) + "\r\n");
        assertThatThrownBy(() -> nobody().get("/api/v1/notifications")).hasCauseInstanceOf(IOException.class);
        RAW.behaviour =
                socket -> write(socket, "HTTP/1.1 201 Created\r\nLocation: /x\r\nContent-Length: 100\r\n\r\nshort");
        Answer early = nobody().get("/api/v1/notifications");
        isUnavailable(early);
        assertThat(early.header("Location")).isNull();
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private interface Behaviour {
        void handle(Socket socket) throws IOException;
    }

    /** A server that reads the head of a request, does as it is told, and hangs up. */
    private static final class RawService {
        private final ServerSocket server;
        volatile Behaviour behaviour = socket -> {};

        RawService() {
            try {
                server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Thread thread = new Thread(this::serve, "raw-service");
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getLocalPort();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    readHead(socket.getInputStream());
                    behaviour.handle(socket);
                } catch (IOException e) {
                    // the gateway hung up first
                }
            }
        }

        private static void readHead(InputStream in) throws IOException {
            int state = 0;
            while (state < 4) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                state = next == "\r\n\r\n".charAt(state) ? state + 1 : 0;
            }
        }
    }
}
