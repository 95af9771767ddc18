package dev.windrose.flight.flights;

import dev.windrose.flight.flights.FlightView.AirlineView;
import dev.windrose.flight.flights.FlightView.AirplaneView;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A flight as the operations desk has it before it. @param version grows with every change */
record OperatedFlight(
        long id,
        String number,
        AirlineView airline,
        Place origin,
        Place destination,
        AirplaneView airplane,
        Instant scheduledDeparture,
        Instant scheduledArrival,
        State state,
        long version) {
    private static final Duration DEPARTS_AT_MOST_EARLY = Duration.ofHours(24);

    /** Where it stands. @param reason of its delay or cancellation */
    record State(
            FlightStatus status,
            Instant departureTime,
            Instant arrivalTime,
            @Nullable String reason) {}

    /** One of its airports, with the name of its city. @param timeZone IANA */
    record Place(String code, String name, String city, String timeZone) {
        ZoneId zone() {
            return ZoneId.of(timeZone);
        }

        OffsetDateTime local(Instant instant) {
            return instant.atZone(zone()).toOffsetDateTime();
        }
    }

    /** Later than before, or just as late for another reason. */
    OperatedFlight delayed(Instant departure, Instant arrival, String reason) {
        return moved(new State(FlightStatus.DELAYED, departure, arrival, reason));
    }

    OperatedFlight cancelled(String reason) {
        return moved(new State(FlightStatus.CANCELLED, state.departureTime(), state.arrivalTime(), reason));
    }

    /** @param now not before 24 hours before departure: who departs earlier is another flight */
    OperatedFlight departed(Instant now) {
        OperatedFlight departed = become(FlightStatus.DEPARTED);
        if (departed != this && now.isBefore(state.departureTime().minus(DEPARTS_AT_MOST_EARLY))) {
            throw FlightConflict.tooEarly();
        }
        return departed;
    }

    OperatedFlight arrived() {
        return become(FlightStatus.ARRIVED);
    }

    private OperatedFlight become(FlightStatus next) {
        return moved(new State(next, state.departureTime(), state.arrivalTime(), state.reason()));
    }

    /** The same object if that is how it stands already: whoever repeats himself is answered, and nothing happens twice. */
    private OperatedFlight moved(State next) {
        if (next.equals(state)) {
            return this;
        }
        if (!state.status().mayBecome(next.status())) {
            throw FlightConflict.illegalTransition(state.status(), next.status());
        }
        return with(next, airplane);
    }

    OperatedFlight with(State next, AirplaneView other) {
        return new OperatedFlight(
                id,
                number,
                airline,
                origin,
                destination,
                other,
                scheduledDeparture,
                scheduledArrival,
                next,
                version + 1);
    }
}
