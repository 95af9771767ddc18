package dev.windrose.flight.flights;

import java.util.List;

/** A flight in the database. @param plan with the times of its first schedule @param booked whether any seat is held or sold */
record StoredFlight(long id, PlannedFlight plan, FlightStatus status, boolean booked) {

    /** Whether anything of it may still change. */
    boolean isUntouched() {
        return !booked && status == FlightStatus.SCHEDULED;
    }

    StoredFlight with(List<Fare> fares, boolean anyTaken) {
        return new StoredFlight(id, plan.with(fares), status, anyTaken);
    }
}
