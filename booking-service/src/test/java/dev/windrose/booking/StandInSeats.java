package dev.windrose.booking;

import dev.windrose.booking.FlightStandIn.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in's numbered seats: rows 1 to 30 of six on every flight, the first one at an exit; any are given from the second row on. */
public final class StandInSeats {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SEAT = Pattern.compile("([1-9]|[12][0-9]|30)[A-F]");

    private record Owner(String bookingId, String passengerId) {}

    private final Map<String, Map<String, Owner>> seats = new ConcurrentHashMap<>();
    private long version;

    synchronized Response give(String bookingId, String holdState, JsonNode request) {
        if (!Set.of("HELD", "SOLD").contains(holdState)) {
            return StandInHolds.problem(410, "hold_gone", "");
        }
        Map<String, Owner> before = onFlight(request.path("flightId").asString());
        Map<String, Owner> after = new TreeMap<>(before);
        for (JsonNode wish : request.path("assignments")) {
            if (wish.has("seat")) {
                after.values()
                        .remove(new Owner(bookingId, wish.path("passengerId").asString()));
            }
        }
        int index = 0;
        for (JsonNode wish : request.path("assignments")) {
            Owner owner = new Owner(bookingId, wish.path("passengerId").asString());
            String seat = wish.path("seat").asString("");
            if (seat.isEmpty()) {
                if (!after.containsValue(owner)) {
                    after.put(firstFree(after), owner);
                }
            } else if (!SEAT.matcher(seat).matches()) {
                return fault(index, "unknown");
            } else if (wish.path("child").asBoolean() && seat.matches("1[A-F]")) {
                return fault(index, "exit_row");
            } else {
                if (after.putIfAbsent(seat, owner) != null) {
                    return StandInHolds.problem(409, "seat_taken", "");
                }
            }
            index++;
        }
        if (!after.equals(before)) {
            version++;
            seats.put(request.path("flightId").asString(), after);
        }
        return answer(bookingId, request.path("flightId").asString(), after);
    }

    synchronized void free(String bookingId) {
        seats.values().forEach(flight -> flight.values().removeIf(owner -> owner.bookingId.equals(bookingId)));
    }

    /** The version of a change that comes next: what staff do. */
    synchronized long nextVersion() {
        return ++version;
    }

    /** Whose seat it is, as flight-service has it: the booking's id. */
    @Nullable
    synchronized String ownerOf(String flightId, String seat) {
        Owner owner = onFlight(flightId).get(seat);
        return owner == null ? null : owner.bookingId;
    }

    private Map<String, Owner> onFlight(String flightId) {
        return seats.getOrDefault(flightId, Map.of());
    }

    private static String firstFree(Map<String, Owner> taken) {
        return IntStream.rangeClosed(2, 30)
                .boxed()
                .flatMap(row -> List.of("A", "B", "C", "D", "E", "F").stream().map(letter -> row + letter))
                .filter(seat -> !taken.containsKey(seat))
                .findFirst()
                .orElseThrow();
    }

    private Response answer(String bookingId, String flightId, Map<String, Owner> flight) {
        ObjectNode answer = JSON.createObjectNode().put("flightId", flightId);
        ArrayNode assignments = answer.putArray("assignments");
        flight.forEach((seat, owner) -> {
            if (owner.bookingId.equals(bookingId)) {
                assignments.addObject().put("passengerId", owner.passengerId).put("seat", seat);
            }
        });
        return new Response(200, answer.put("version", version).toString());
    }

    private static Response fault(int index, String code) {
        return StandInHolds.problem(
                400,
                "validation_failed",
                ",\"errors\":[{\"field\":\"assignments[" + index + "].seat\",\"code\":\"" + code
                        + "\",\"message\":\"can't be had\"}]");
    }
}
