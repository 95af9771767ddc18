package dev.windrose.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service that isn't: remembers what it was asked, and answers as a test wants. */
public final class StandIn {
    private final String name;
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile HttpHandler behaviour = StandIn::echo;

    private StandIn(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    public static StandIn start(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StandIn standIn = new StandIn(name, server);
            server.createContext("/", standIn::handle);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "stand-in-" + name);
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String name() {
        return name;
    }

    /** Forgets everything, and answers 200 with its own name from now on. */
    public void reset() {
        asked.clear();
        behaviour = StandIn::echo;
    }

    public void answers(HttpHandler newBehaviour) {
        behaviour = newBehaviour;
    }

    public List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders())));
        exchange.getResponseHeaders().set("X-Served-By", name);
        try (exchange) {
            behaviour.handle(exchange);
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        reply(exchange, 200, body.length == 0 ? "{}" : new String(body, StandardCharsets.UTF_8));
    }

    /** Sends JSON. */
    public static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** One request as it arrived; header names as {@code Like-This}. */
    public record Asked(String method, String target, Map<String, List<String>> headers) {
        public String header(String headerName) {
            return headers.getOrDefault(headerName, List.of("(none)")).get(0);
        }
    }
}
