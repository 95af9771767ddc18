package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Refusals;
import dev.windrose.flight.catalogue.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A flight as somebody describes it, each part well-formed or missing; {@link #plan} holds it against the catalogue. */
public record FlightDraft(
        Fields fields,
        @Nullable FlightNumber number,
        @Nullable Registration airplane,
        @Nullable AirportCode origin,
        @Nullable AirportCode destination,
        @Nullable StatedTime departure,
        @Nullable StatedTime arrival,
        List<Fare> fares) {

    /** What the describing side calls the times. */
    public record Fields(String departure, String arrival) {}

    /** More than the longest flight there is; also how far back an airplane may still be in the air. */
    public static final Duration MAX_DURATION = Duration.ofHours(48);

    /** What names the flight, if departure is told on the airport's clock. */
    public String identity() {
        return number + "|" + origin + "|"
                + (departure == null ? null : departure.clock().toLocalDate());
    }

    /** The same, flown with that airplane. */
    FlightDraft with(Registration other) {
        return new FlightDraft(fields, number, other, origin, destination, departure, arrival, fares);
    }

    /** Its airplane, or null with the fault noted; whatever cabins it has. */
    @Nullable
    Registration knownAirplane(References references, Faults faults) {
        if (airplane != null && !references.seats().containsKey(airplane)) {
            unknown(faults, "airplane", "airplane");
            return null;
        }
        return airplane;
    }

    /** The flight it describes, or null with every fault noted. */
    @Nullable
    PlannedFlight plan(References references, Faults faults) {
        Fare.checkTogether(faults, fares);
        checkReferences(references, faults);
        Instant departs = instant(fields.departure(), departure, origin, references, faults);
        Instant arrives = instant(fields.arrival(), arrival, destination, references, faults);
        if (departs != null && arrives != null) {
            checkOrder(faults, fields.arrival(), departs, arrives);
        }
        ZoneId zone = origin == null ? null : references.zones().get(origin);
        if (!faults.isEmpty()
                || number == null
                || airplane == null
                || origin == null
                || destination == null
                || departs == null
                || arrives == null
                || zone == null) {
            return null;
        }
        return new PlannedFlight(
                number, airplane, origin, destination, departs.atZone(zone).toLocalDate(), departs, arrives, fares);
    }

    private void checkReferences(References references, Faults faults) {
        if (number != null && !references.airlines().contains(number.airline())) {
            unknown(faults, "flightNumber", "airline's");
        }
        if (origin != null && !references.zones().containsKey(origin)) {
            unknown(faults, "origin", "airport");
        }
        if (destination != null && !references.zones().containsKey(destination)) {
            unknown(faults, "destination", "airport");
        }
        if (origin != null && origin.equals(destination)) {
            faults.add("destination", "invalid", "must not be the origin");
        }
        if (airplane != null) {
            checkCabins(references.seats().get(airplane), faults);
        }
    }

    private void checkCabins(@Nullable Map<?, Integer> seats, Faults faults) {
        if (seats == null) {
            unknown(faults, "airplane", "airplane");
            return;
        }
        for (Fare fare : fares) {
            if (!seats.containsKey(fare.cabin())) {
                faults.add("fares", "unknown", "has " + fare.cabin() + ", a cabin the airplane lacks");
            }
        }
    }

    private static void unknown(Faults faults, String field, String noun) {
        FieldFault fault = Refusals.unknown(field, noun);
        faults.add(fault.field(), fault.code(), fault.message());
    }

    private static @Nullable Instant instant(
            String field,
            @Nullable StatedTime time,
            @Nullable AirportCode airport,
            References references,
            Faults faults) {
        ZoneId zone = airport == null ? null : references.zones().get(airport);
        if (time == null || zone == null) {
            return null;
        }
        return faults.required(field, "stated", stated -> time.in(zone));
    }

    /** Notes a flight that would end before it begins, or last longer than any. */
    static void checkOrder(Faults faults, String field, Instant departs, Instant arrives) {
        if (!arrives.isAfter(departs)) {
            faults.add(field, "invalid", "must be after the departure (as instants, whatever the clocks show)");
        } else if (Duration.between(departs, arrives).compareTo(MAX_DURATION) > 0) {
            faults.add(field, "invalid", "must be at most 48 hours after the departure");
        }
    }
}
