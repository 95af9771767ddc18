package dev.windrose.booking;

import dev.windrose.booking.FlightStandIn.Response;
import dev.windrose.defaults.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in's flights and holds: seats are counted, repeats answered alike, the dead stay dead. */
public final class StandInHolds {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    private static final ZoneId ANCHORAGE = ZoneId.of("America/Anchorage");

    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger(1000);
    private final Map<String, Flight> flights = new HashMap<>();
    private final TreeMap<String, Stored> holds = new TreeMap<>();

    StandInHolds(Clock clock) {
        this.clock = clock;
    }

    private static final class Flight {
        final int number;
        final int capacity;
        final Instant departure;
        final String currency;
        final boolean back;
        long priceMinor;
        int taken;
        boolean cancelled;

        Flight(int number, int capacity, long priceMinor, String currency, Instant departure, boolean back) {
            this.currency = currency;
            this.back = back;
            this.number = number;
            this.capacity = capacity;
            this.priceMinor = priceMinor;
            this.departure = departure;
        }
    }

    private static final class Stored {
        final JsonNode request;
        final Response first;
        final ObjectNode hold;
        final Map<String, JsonNode> releases = new HashMap<>();

        Stored(JsonNode request, Response first, ObjectNode hold) {
            this.request = request;
            this.first = first;
            this.hold = hold;
        }

        String state() {
            return hold.path("state").asString();
        }

        void become(String state) {
            segments().forEach(segment -> segment.put("state", state));
            hold.put("state", state);
        }

        /** Those of which seats are left. */
        List<ObjectNode> segments() {
            return hold.path("segments")
                    .valueStream()
                    .map(segment -> (ObjectNode) segment)
                    .filter(segment -> segment.path("state").equals(hold.path("state")))
                    .toList();
        }
    }

    /** A new flight in a week with economy seats at this price in US cents. */
    public synchronized String flight(int capacity, long priceMinor) {
        return flight(capacity, priceMinor, clock.instant().plusSeconds(7 * 24 * 3600));
    }

    public synchronized String flight(int capacity, long priceMinor, Instant departure) {
        return flight(capacity, priceMinor, "USD", departure);
    }

    public synchronized String flight(int capacity, long priceMinor, String currency, Instant departure) {
        return flight(capacity, priceMinor, currency, departure, false);
    }

    /** From Anchorage to Seattle; all others fly the other way. */
    public synchronized String flightBack(int capacity, long priceMinor, Instant departure) {
        return flight(capacity, priceMinor, "USD", departure, true);
    }

    private String flight(int capacity, long priceMinor, String currency, Instant departure, boolean back) {
        int number = numbers.incrementAndGet();
        Instant minute = departure.truncatedTo(ChronoUnit.MINUTES);
        flights.put(String.valueOf(number), new Flight(number, capacity, priceMinor, currency, minute, back));
        return String.valueOf(number);
    }

    public synchronized void setPrice(String flightId, long priceMinor) {
        flight(flightId).priceMinor = priceMinor;
    }

    public synchronized void cancelFlight(String flightId) {
        flight(flightId).cancelled = true;
    }

    public synchronized Instant departureOf(String flightId) {
        return flight(flightId).departure;
    }

    public synchronized int taken(String flightId) {
        return flight(flightId).taken;
    }

    /** The hold's state, {@code NONE} if it was never seen. */
    public synchronized String stateOf(String bookingId) {
        Stored stored = holds.get(bookingId);
        return stored == null ? "NONE" : stored.state();
    }

    /** As the next buyer would when a hold is past its deadline. */
    public synchronized void reclaim(String bookingId) {
        end(bookingId, "RELEASED");
    }

    /** Something goes wrong at flight-service: the hold is gone as if it never was. */
    public synchronized void lose(String bookingId) {
        holds.remove(bookingId);
    }

    synchronized Response hold(String id, JsonNode request) {
        Stored before = holds.get(id);
        if (before != null) {
            if (before.state().equals("RELEASED") || before.request.isNull()) {
                return problem(410, "hold_gone", "");
            }
            return before.request.equals(request) ? before.first : problem(422, "hold_mismatch", "");
        }
        Response refusal = refusalOf(request);
        if (refusal != null) {
            holds.put(id, new Stored(request, refusal, tombstone(id)));
            return refusal;
        }
        ObjectNode hold = holdOf(id, request);
        Response answer = new Response(200, hold.toString());
        holds.put(id, new Stored(request, answer, hold));
        request.path("segments")
                .forEach(s -> flight(s.path("flightId").asString()).taken +=
                        request.path("quantity").asInt());
        return answer;
    }

    synchronized Response confirm(String id) {
        Stored stored = holds.get(id);
        if (stored == null || !List.of("HELD", "SOLD").contains(stored.state())) {
            return problem(410, "hold_gone", "");
        }
        for (JsonNode segment : stored.hold.path("segments")) {
            if (flight(segment.path("flightId").asString()).cancelled) {
                return problem(409, "flight_closed", "");
            }
        }
        stored.become("SOLD");
        return new Response(200, stored.hold.toString());
    }

    synchronized Response release(String id) {
        if (holds.containsKey(id)) {
            end(id, "RELEASED");
        } else {
            holds.put(id, new Stored(JSON.nullNode(), problem(410, "hold_gone", ""), tombstone(id)));
        }
        return new Response(204, "");
    }

    synchronized Response releasePart(String id, String releaseId, JsonNode parts) {
        Stored stored = holds.get(id);
        if (stored == null) {
            return problem(404, "hold_not_found", "");
        }
        JsonNode before = stored.releases.putIfAbsent(releaseId, parts);
        if (before != null && !before.equals(parts)) {
            return problem(422, "release_mismatch", "");
        }
        if (before == null && List.of("HELD", "SOLD").contains(stored.state())) {
            parts.forEach(part -> releasePart(stored, part));
        }
        return new Response(204, "");
    }

    private void releasePart(Stored stored, JsonNode part) {
        ObjectNode segment = stored.segments().stream()
                .filter(s -> s.path("flightId").equals(part.path("flightId")))
                .findFirst()
                .orElseThrow();
        int quantity = part.path("qty").asInt();
        int left = segment.path("quantity").asInt() - quantity;
        if (left < 0 || part.path("passengers").size() != quantity) {
            throw new IllegalStateException("can't release " + part + " of " + segment);
        }
        flight(part.path("flightId").asString()).taken -= quantity;
        if (left > 0) {
            segment.put("quantity", left);
        } else {
            segment.put("state", "RELEASED");
            if (stored.segments().isEmpty()) {
                stored.become("RELEASED");
            }
        }
    }

    /** Always some pages: small ones while there is little, not thousands later. */
    synchronized Response list(String query) {
        int limit = Math.max(3, holds.size() / 10);
        var after = Pattern.compile("after=([^&]*)").matcher(query);
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        holds.tailMap(after.find() ? after.group(1) : "", false).values().stream()
                .filter(s -> List.of("HELD", "SOLD").contains(s.state()))
                .limit(limit)
                .forEach(s -> items.add(s.hold));
        page.put(
                "next",
                items.size() == limit ? items.get(limit - 1).path("bookingId").asString() : null);
        return new Response(200, page.toString());
    }

    synchronized Response inventory() {
        return new Response(
                200,
                "{\"checkedAt\":\"%s\",\"flightsChecked\":%d,\"discrepancies\":[]}"
                        .formatted(clock.instant(), flights.size()));
    }

    static Response problem(int status, String code, String members) {
        return new Response(
                status,
                "{\"type\":\"/docs/problems#%s\",\"status\":%d,\"detail\":\"Said by flight-service.\",\"code\":\"%s\"%s}"
                        .formatted(code, status, code, members));
    }

    private void end(String id, String state) {
        Stored stored = holds.get(id);
        if (stored != null && List.of("HELD", "SOLD").contains(stored.state())) {
            stored.segments()
                    .forEach(s -> flight(s.path("flightId").asString()).taken -=
                            s.path("quantity").asInt());
            stored.become(state);
        }
    }

    private @Nullable Response refusalOf(JsonNode request) {
        int quantity = request.path("quantity").asInt();
        long total = 0;
        int index = 0;
        for (JsonNode segment : request.path("segments")) {
            Flight flight = flights.get(segment.path("flightId").asString());
            if (flight == null) {
                return problem(404, "flight_not_found", "");
            }
            if (!segment.path("cabin").asString().equals("ECONOMY")) {
                return problem(
                        400,
                        "validation_failed",
                        ",\"errors\":[{\"field\":\"segments[" + index
                                + "].cabin\",\"code\":\"not_sold\",\"message\":\"is not sold on this flight\"}]");
            }
            if (flight.cancelled) {
                return problem(409, "flight_closed", "");
            }
            if (flight.taken + quantity > flight.capacity) {
                return problem(409, "insufficient_seats", ",\"available\":" + (flight.capacity - flight.taken));
            }
            total += flight.priceMinor * quantity;
            index++;
        }
        JsonNode expected = request.path("expectedTotal").path("amount");
        return expected.isMissingNode() || expected.asString().equals(amount(total))
                ? null
                : problem(
                        409,
                        "price_changed",
                        ",\"currentTotal\":{\"amount\":\"" + amount(total) + "\",\"currency\":\"USD\"}");
    }

    private static ObjectNode tombstone(String id) {
        ObjectNode hold = JSON.createObjectNode();
        hold.put("bookingId", id).put("state", "TOMBSTONE").put("quantity", 0);
        hold.putArray("segments");
        return hold;
    }

    private ObjectNode holdOf(String id, JsonNode request) {
        int quantity = request.path("quantity").asInt();
        ObjectNode hold = JSON.createObjectNode();
        hold.put("bookingId", id).put("state", "HELD").put("quantity", quantity);
        hold.put("expiresAt", request.path("expiresAt").asString());
        List<Flight> taken = new ArrayList<>();
        request.path("segments")
                .forEach(s -> taken.add(flight(s.path("flightId").asString())));
        String currency = taken.get(0).currency;
        hold.set("total", money(taken.stream().mapToLong(f -> f.priceMinor).sum() * quantity, currency));
        ArrayNode segments = hold.putArray("segments");
        taken.sort(Comparator.comparing((Flight flight) -> flight.departure));
        taken.forEach(flight -> segments.add(segment(flight).put("quantity", quantity)));
        return hold;
    }

    private static ObjectNode segment(Flight flight) {
        ObjectNode segment = JSON.createObjectNode();
        segment.put("flightId", String.valueOf(flight.number)).put("flightNumber", "AS" + flight.number);
        segment.putObject("airline")
                .put("code", "AS")
                .put("name", "Alaska Airlines")
                .put("accountingCode", "027");
        JsonNode seattle = place("SEA", "Seattle", SEATTLE);
        JsonNode anchorage = place("ANC", "Anchorage", ANCHORAGE);
        ZoneId from = flight.back ? ANCHORAGE : SEATTLE;
        segment.set("origin", flight.back ? anchorage : seattle);
        segment.set("destination", flight.back ? seattle : anchorage);
        segment.put("departureTime", local(flight.departure, from));
        segment.put("scheduledDepartureTime", local(flight.departure, from));
        segment.put("arrivalTime", local(flight.departure.plusSeconds(3 * 3600), flight.back ? SEATTLE : ANCHORAGE));
        segment.put("cabin", "ECONOMY");
        segment.set("pricePerSeat", money(flight.priceMinor, flight.currency));
        return segment.put("status", "SCHEDULED").put("state", "HELD");
    }

    private static ObjectNode place(String code, String city, ZoneId zone) {
        return JSON.createObjectNode()
                .put("code", code)
                .put("name", city + " International Airport")
                .put("city", city)
                .put("timeZone", zone.getId());
    }

    private static String local(Instant instant, ZoneId zone) {
        return OffsetDateTime.ofInstant(instant, zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static ObjectNode money(long minor, String currency) {
        return JSON.createObjectNode()
                .put("amount", Money.ofMinor(minor, currency).amount())
                .put("currency", currency);
    }

    private static String amount(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private Flight flight(String id) {
        Flight flight = flights.get(id);
        if (flight == null) {
            throw new IllegalArgumentException("no flight " + id);
        }
        return flight;
    }
}
