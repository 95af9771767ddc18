package dev.windrose.booking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** flight-service's internal endpoints over real HTTP, with holds in memory: what the contract says, and faults on demand. */
public final class FlightStandIn {
    private static final JsonMapper JSON = new JsonMapper();

    private final StandInHolds holds;
    private final StandInSeats seats = new StandInSeats();
    private final Map<Operation, Planned> planned = new ConcurrentHashMap<>();
    private final Map<Operation, Runnable> happenings = new ConcurrentHashMap<>();
    private final Map<Operation, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "flight-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private int port;
    private @Nullable HttpServer server;

    FlightStandIn(Clock clock) {
        this.holds = new StandInHolds(clock);
        start();
    }

    /** What can be called. */
    public enum Operation {
        HOLD,
        CONFIRM,
        RELEASE,
        RELEASE_PART,
        SEATS,
        LIST,
        INVENTORY
    }

    /** How a call fails. */
    public enum Fault {
        /** Nothing is done, and nothing answered for longer than anybody waits. */
        HANGS,
        /** The work is done, the answer lost. */
        DROPS_ANSWER,
        /** Nothing is done: 503. */
        UNAVAILABLE,
        /** Something in between doesn't know the path: 404 of another kind than the contract's. */
        STRANGE_404
    }

    private record Planned(Fault fault, AtomicInteger times) {}

    record Response(int status, String body) {}

    public StandInHolds holds() {
        return holds;
    }

    public StandInSeats seats() {
        return seats;
    }

    public int port() {
        return port;
    }

    /** The next so many calls of this kind fail so. */
    public void fail(Operation operation, Fault fault, int times) {
        planned.put(operation, new Planned(fault, new AtomicInteger(times)));
    }

    public int calls(Operation operation) {
        AtomicInteger count = calls.get(operation);
        return count == null ? 0 : count.get();
    }

    /** The next call of this kind is done, then this, then it is answered. */
    public void beforeNextAnswer(Operation operation, Runnable happening) {
        happenings.put(operation, happening);
    }

    /** Nothing listens any more. */
    public synchronized void goDown() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Everything works again. */
    public synchronized void recover() {
        planned.clear();
        if (server == null) {
            start();
        }
    }

    private synchronized void start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 400);
            started.setExecutor(threads);
            started.createContext("/internal", this::handle);
            started.start();
            port = started.getAddress().getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            Operation operation = operation(exchange.getRequestMethod(), path);
            calls.computeIfAbsent(operation, o -> new AtomicInteger()).incrementAndGet();
            Fault fault = faultOf(operation);
            if (fault == Fault.HANGS) {
                pause();
            } else if (fault == Fault.UNAVAILABLE) {
                answer(exchange, StandInHolds.problem(503, "service_unavailable", ""));
            } else if (fault == Fault.STRANGE_404) {
                answer(exchange, new Response(404, "<html>no such page</html>"));
            } else {
                Response response =
                        work(operation, path, exchange.getRequestURI().getQuery(), body);
                Runnable happening = happenings.remove(operation);
                if (happening != null) {
                    happening.run();
                }
                if (fault == null) {
                    answer(exchange, response);
                }
            }
        }
    }

    private Response work(Operation operation, String[] path, @Nullable String query, byte[] body) {
        return switch (operation) {
            case HOLD -> holds.hold(path[3], json(body));
            case CONFIRM -> holds.confirm(path[3]);
            case RELEASE -> {
                seats.free(path[3]);
                yield holds.release(path[3]);
            }
            case SEATS -> seats.give(path[3], holds.stateOf(path[3]), json(body));
            case RELEASE_PART -> holds.releasePart(path[3], path[5], json(body));
            case LIST -> holds.list(query == null ? "" : query);
            case INVENTORY -> holds.inventory();
        };
    }

    private static JsonNode json(byte[] body) {
        return JSON.readTree(body);
    }

    private @Nullable Fault faultOf(Operation operation) {
        Planned plan = planned.get(operation);
        return plan != null && plan.times.getAndDecrement() > 0 ? plan.fault : null;
    }

    private static Operation operation(String method, String[] path) {
        if (path[2].equals("inventory")) {
            return Operation.INVENTORY;
        }
        if (method.equals("DELETE")) {
            return Operation.RELEASE;
        }
        if (method.equals("GET")) {
            return Operation.LIST;
        }
        if (path.length == 6) {
            return Operation.RELEASE_PART;
        }
        if (path.length == 5) {
            return path[4].equals("seats") ? Operation.SEATS : Operation.CONFIRM;
        }
        return Operation.HOLD;
    }

    private static void answer(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        String type = response.status() < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Longer than the caller's read timeout; not a wait for anything. */
    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
