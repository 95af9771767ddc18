package dev.windrose.flight.schedules;

import dev.windrose.flight.flights.FlightRevision;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.flights.FlightTerms;
import dev.windrose.flight.flights.StandingFlight;
import dev.windrose.flight.schedules.RevisionReport.Untouched;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The flights of one schedule under revision: what can be touched is, what can't is named. */
final class Revising {
    private static final Set<FlightStatus> OVER =
            Set.of(FlightStatus.CANCELLED, FlightStatus.DEPARTED, FlightStatus.ARRIVED);

    private final FlightRevision flights;
    private final List<Untouched> untouched = new ArrayList<>();
    private int created;
    private int changed;
    private int deleted;

    Revising(FlightRevision flights) {
        this.flights = flights;
    }

    void create(FlightTerms terms) {
        flights.create(terms);
        created++;
    }

    void change(StandingFlight flight, FlightTerms wanted) {
        if (wanted.equals(flight.terms())) {
            return;
        }
        String reason = reasonAgainst(flight, flight.booked());
        if (reason != null) {
            untouched.add(new Untouched(Long.toString(flight.id()), flight.date(), reason));
        } else if (flights.change(flight, wanted)) {
            changed++;
        }
    }

    void delete(StandingFlight flight) {
        String reason = reasonAgainst(flight, flight.everBooked());
        if (reason != null) {
            untouched.add(new Untouched(Long.toString(flight.id()), flight.date(), reason));
        } else {
            flights.delete(flight);
            deleted++;
        }
    }

    private static @Nullable String reasonAgainst(StandingFlight flight, boolean bookings) {
        if (OVER.contains(flight.status())) {
            return RevisionReport.NOT_SCHEDULED;
        }
        if (bookings) {
            return RevisionReport.HAS_BOOKINGS;
        }
        return flight.status() == FlightStatus.SCHEDULED ? null : RevisionReport.NOT_SCHEDULED;
    }

    /** What it comes to. To be asked once. */
    RevisionReport report(boolean dryRun, LocalDate from, BookedFlights bookedFlights) {
        List<Obstacle> obstacles = flights.obstacles(true);
        String refused = null;
        if (bookedFlights == BookedFlights.REFUSE && !booked().isEmpty()) {
            refused = RevisionReport.HAS_BOOKINGS;
        } else if (!obstacles.isEmpty()) {
            refused = ScheduleConflict.codeOf(obstacles);
        }
        return new RevisionReport(dryRun, from, created, changed, deleted, untouched, obstacles, refused);
    }

    /** @throws ScheduleConflict if the report says that it can't be done */
    void requireFree(RevisionReport report) {
        if (RevisionReport.HAS_BOOKINGS.equals(report.refusedWith())) {
            throw ScheduleConflict.hasBookings(booked());
        }
        if (report.refusedWith() != null) {
            throw ScheduleConflict.of(report.conflicts());
        }
    }

    private List<Untouched> booked() {
        return untouched.stream()
                .filter(flight -> flight.reason().equals(RevisionReport.HAS_BOOKINGS))
                .toList();
    }
}
