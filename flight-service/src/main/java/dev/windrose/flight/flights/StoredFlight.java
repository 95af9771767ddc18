package dev.windrose.flight.flights;

/** A flight in the database. @param plan with the times of its first schedule @param booked whether any seat is held or sold */
record StoredFlight(long id, PlannedFlight plan, FlightStatus status, boolean booked) {}
