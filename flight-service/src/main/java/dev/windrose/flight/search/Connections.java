package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.search.Directory.Airport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds every way from one airport to another that leaves on a local date: direct, and over one or two airports where the next flight
 * leaves after the airport's minimum connection time and within six hours, both included; no city is visited twice, all is in one currency.
 * Nothing is left out for being a detour.
 */
final class Connections {
    private static final long MAX_LAYOVER = Duration.ofHours(6).toMillis();
    /** Where clocks are put back over midnight a day goes on after the next has begun. */
    private static final long CLOCKS_PUT_BACK = Duration.ofHours(2).toMillis();

    private final TimetableStore.State state;
    private final AsOf asOf;
    private final Cabin cabin;
    private final int seats;
    private final int maxStops;
    private final long departingAfter;
    private final List<Itinerary> found = new ArrayList<>();

    /**
     * @param asOf the point in the log at which prices, seats and times are looked at
     * @param seats how many must be left in the cabin on every flight
     * @param departingAfter epoch milliseconds: what leaves then or earlier isn't sold any more
     */
    Connections(TimetableStore.State state, AsOf asOf, Cabin cabin, int seats, int maxStops, long departingAfter) {
        this.state = state;
        this.asOf = asOf;
        this.cabin = cabin;
        this.seats = seats;
        this.maxStops = maxStops;
        this.departingAfter = departingAfter;
    }

    /** Two flights that follow a first one: over which airport, and on to the end. */
    private record Onward(Airport via, Departures there, Departures fromThere) {}

    List<Itinerary> found() {
        return found;
    }

    /** Finds what leaves on these local dates of the origin, as epoch days, both included. */
    void find(String from, String to, int firstDay, int lastDay) {
        Airport origin = state.directory().airport(from);
        Airport destination = state.directory().airport(to);
        long begin = startOf(firstDay, origin) - CLOCKS_PUT_BACK;
        long end = startOf(lastDay + 1, origin) + CLOCKS_PUT_BACK;
        Map<String, Departures> departures = state.timetable().from(from);
        Departures direct = departures.getOrDefault(to, Departures.NONE);
        for (int i = direct.from(begin); direct.isUntil(i, end); i++) {
            Itinerary itinerary = beginWith(direct.get(i), firstDay, lastDay);
            if (itinerary != null) {
                found.add(itinerary);
            }
        }
        if (maxStops == 0 || origin.sameCity(destination)) {
            return;
        }
        departures.forEach((code, flights) -> {
            Airport via = state.directory().airport(code);
            if (via.sameCity(origin) || via.sameCity(destination)) {
                return;
            }
            Departures last = state.timetable().between(code, to);
            List<Onward> onward = maxStops == 1 ? List.of() : onward(origin, via, destination);
            if (last.size() == 0 && onward.isEmpty()) {
                return;
            }
            for (int i = flights.from(begin); flights.isUntil(i, end); i++) {
                Itinerary itinerary = beginWith(flights.get(i), firstDay, lastDay);
                if (itinerary != null) {
                    connect(itinerary, via, last);
                    onward.forEach(two -> connect(itinerary, via, two));
                }
            }
        });
    }

    private List<Onward> onward(Airport origin, Airport via, Airport destination) {
        List<Onward> onward = new ArrayList<>();
        state.timetable().from(via.code()).forEach((code, there) -> {
            Airport second = state.directory().airport(code);
            if (!second.sameCity(origin) && !second.sameCity(via) && !second.sameCity(destination)) {
                Departures fromThere = state.timetable().between(code, destination.code());
                if (fromThere.size() > 0) {
                    onward.add(new Onward(second, there, fromThere));
                }
            }
        });
        return onward;
    }

    private @Nullable Itinerary beginWith(TimetableFlight current, int firstDay, int lastDay) {
        TimetableFlight flight = current.at(asOf);
        if (flight == null
                || flight.departureDay < firstDay
                || flight.departureDay > lastDay
                || flight.departsAt <= departingAfter) {
            return null;
        }
        CabinOffers.Offer offer = offer(flight);
        return offer == null ? null : Itinerary.direct(flight, cabin, offer);
    }

    private void connect(Itinerary itinerary, Airport via, Departures last) {
        long earliest = itinerary.last.arrivesAt + via.minConnectionMillis();
        long latest = itinerary.last.arrivesAt + MAX_LAYOVER;
        for (int i = last.from(earliest); last.isUntil(i, latest); i++) {
            Itinerary whole = then(itinerary, last.get(i), earliest, latest);
            if (whole != null) {
                found.add(whole);
            }
        }
    }

    private void connect(Itinerary itinerary, Airport via, Onward two) {
        long earliest = itinerary.last.arrivesAt + via.minConnectionMillis();
        long latest = itinerary.last.arrivesAt + MAX_LAYOVER;
        for (int i = two.there.from(earliest); two.there.isUntil(i, latest); i++) {
            Itinerary soFar = then(itinerary, two.there.get(i), earliest, latest);
            if (soFar != null) {
                connect(soFar, two.via, two.fromThere);
            }
        }
    }

    /** Null if the flight can't follow, or can't be sold. */
    private @Nullable Itinerary then(Itinerary soFar, TimetableFlight current, long earliest, long latest) {
        TimetableFlight flight = current.at(asOf);
        if (flight == null
                || flight.departsAt < earliest
                || flight.departsAt > latest
                || !flight.currency.equals(soFar.currency())) {
            return null;
        }
        CabinOffers.Offer offer = offer(flight);
        return offer == null ? null : soFar.then(flight, offer);
    }

    private CabinOffers.@Nullable Offer offer(TimetableFlight flight) {
        CabinOffers.Offer offer = flight.offer(cabin, asOf);
        return offer == null || offer.seatsAvailable < seats ? null : offer;
    }

    private static long startOf(int day, Airport airport) {
        return LocalDate.ofEpochDay(day)
                .atStartOfDay(airport.zone())
                .toInstant()
                .toEpochMilli();
    }
}
