package dev.windrose.flight.flights;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.outbox.Outbox;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightView.AirlineView;
import dev.windrose.flight.flights.FlightView.AirplaneView;
import dev.windrose.flight.flights.OperatedFlight.Place;
import dev.windrose.flight.seats.SeatMove;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other services what became of a flight, in the transaction in which it did; {@code contracts} describes each event. */
@Component
class FlightEvents {
    private final Outbox outbox;

    FlightEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A flight after the change. @param version higher in every later event of the flight that changes its times, status or airplane */
    private record Facts(
            String flightId,
            long version,
            String flightNumber,
            AirlineView airline,
            Place origin,
            Place destination,
            FlightStatus status,
            OffsetDateTime departureTime,
            OffsetDateTime arrivalTime,
            OffsetDateTime scheduledDepartureTime,
            OffsetDateTime scheduledArrivalTime) {
        static Facts of(OperatedFlight flight) {
            return new Facts(
                    Long.toString(flight.id()),
                    flight.version(),
                    flight.number(),
                    flight.airline(),
                    flight.origin(),
                    flight.destination(),
                    flight.state().status(),
                    flight.origin().local(flight.state().departureTime()),
                    flight.destination().local(flight.state().arrivalTime()),
                    flight.origin().local(flight.scheduledDeparture()),
                    flight.destination().local(flight.scheduledArrival()));
        }
    }

    private record Delayed(
            @JsonUnwrapped Facts flight,
            OffsetDateTime previousDepartureTime,
            OffsetDateTime previousArrivalTime,
            @Nullable String reason) {}

    private record Cancelled(
            @JsonUnwrapped Facts flight, @Nullable String reason) {}

    /** @param seatChanges empty if everybody keeps his seat */
    private record AirplaneChanged(
            @JsonUnwrapped Facts flight,
            AirplaneView airplane,
            AirplaneView previousAirplane,
            List<SeatChange> seatChanges) {}

    /** @param seatsVersion of two answers or events about seats in a cabin the one with the higher is the newer */
    private record SeatChange(
            String bookingId, String passengerId, Cabin cabin, String seat, String previousSeat, long seatsVersion) {
        static SeatChange of(SeatMove move, Map<Cabin, Long> versions) {
            return new SeatChange(
                    move.to().bookingId(),
                    move.to().passengerId(),
                    move.to().cabin(),
                    move.to().number(),
                    move.from().number(),
                    versions.getOrDefault(move.to().cabin(), 0L));
        }
    }

    private record FareChanged(@JsonUnwrapped Facts flight, Cabin cabin, Money price, Money previousPrice) {}

    void delayed(OperatedFlight before, OperatedFlight after) {
        record(
                "flight.delayed",
                after,
                new Delayed(
                        Facts.of(after),
                        before.origin().local(before.state().departureTime()),
                        before.destination().local(before.state().arrivalTime()),
                        after.state().reason()));
    }

    void cancelled(OperatedFlight after) {
        record(
                "flight.cancelled",
                after,
                new Cancelled(Facts.of(after), after.state().reason()));
    }

    void departed(OperatedFlight after) {
        record("flight.departed", after, Facts.of(after));
    }

    void arrived(OperatedFlight after) {
        record("flight.arrived", after, Facts.of(after));
    }

    void airplaneChanged(
            OperatedFlight before, OperatedFlight after, List<SeatMove> moves, Map<Cabin, Long> seatsVersions) {
        record(
                "flight.airplane-changed",
                after,
                new AirplaneChanged(
                        Facts.of(after),
                        after.airplane(),
                        before.airplane(),
                        moves.stream()
                                .map(move -> SeatChange.of(move, seatsVersions))
                                .toList()));
    }

    void fareChanged(OperatedFlight flight, Fare before, Fare after) {
        record(
                "flight.fare-changed",
                flight,
                new FareChanged(Facts.of(flight), after.cabin(), after.price(), before.price()));
    }

    private void record(String type, OperatedFlight flight, Object data) {
        outbox.record(type, Long.toString(flight.id()), data);
    }
}
