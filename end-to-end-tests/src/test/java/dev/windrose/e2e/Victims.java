package dev.windrose.e2e;

import dev.windrose.localstack.Service;
import java.util.List;
import java.util.Map;

/** Pairs of services that die where a test says, used by turns: while one of a pair starts again, the other pair is in use. */
final class Victims {
    private final List<Pair> pairs;
    private int turn;

    Victims(TestSystem system) {
        pairs = List.of(Pair.startedOn(system), Pair.startedOn(system));
    }

    /** The pair whose turn it is, alive. */
    Pair next() {
        Pair pair = pairs.get(turn++ % pairs.size());
        pair.flight().awaitAlive();
        pair.booking().awaitAlive();
        return pair;
    }

    void stop() {
        pairs.forEach(pair -> {
            pair.booking().stop();
            pair.flight().stop();
        });
    }

    /** A booking-service and the flight-service that it asks. */
    record Pair(Victim flight, Victim booking) {
        static Pair startedOn(TestSystem system) {
            Victim flight = new Victim(system, Service.FLIGHT, Map.of());
            Victim booking = new Victim(
                    system,
                    Service.BOOKING,
                    Map.of("FLIGHT_SERVICE_URL", flight.process().url()));
            return new Pair(flight, booking);
        }
    }
}
