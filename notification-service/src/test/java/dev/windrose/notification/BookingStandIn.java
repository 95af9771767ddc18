package dev.windrose.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** booking-service as far as mails need it: gives boarding passes and itineraries once it is ready for a booking, says 503 before. */
final class BookingStandIn {
    /** Of a booking that there isn't. */
    static final String UNKNOWN = "unknown";

    /** Of a booking nobody of which is checked in any more. */
    static final String NOBODY = "nobody";

    private final HttpServer server;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    BookingStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "booking-stand-in");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/internal/bookings/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void recover(String bookingId) {
        ready.put(bookingId, true);
    }

    long timesAsked(String bookingId) {
        return asked.stream().filter(uri -> uri.contains(bookingId)).count();
    }

    List<String> asked() {
        return asked;
    }

    static byte[] contentOf(String uri) {
        return ("made for " + uri).getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String uri = exchange.getRequestURI().toString();
            asked.add(uri);
            String bookingId = uri.split("/", -1)[3];
            boolean authorized = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .startsWith("Bearer ");
            if (bookingId.equals(NOBODY)) {
                exchange.sendResponseHeaders(204, -1);
            } else if (bookingId.equals(UNKNOWN)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!authorized || !ready.getOrDefault(bookingId, false)) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.getResponseHeaders()
                        .set("Content-Type", uri.endsWith(".ics") ? "text/calendar" : "application/pdf");
                exchange.sendResponseHeaders(200, contentOf(uri).length);
                exchange.getResponseBody().write(contentOf(uri));
            }
        }
    }
}
