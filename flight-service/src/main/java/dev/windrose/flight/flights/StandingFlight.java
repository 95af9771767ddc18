package dev.windrose.flight.flights;

import java.time.LocalDate;

/**
 * A flight as it is on the timetable.
 *
 * @param date local at the origin: part of the flight's identity
 * @param terms with the times of its first schedule
 * @param booked whether any seat is held or sold
 * @param everBooked whether any booking ever had seats, so that it may still be asked about
 */
public record StandingFlight(
        long id, LocalDate date, FlightTerms terms, FlightStatus status, boolean booked, boolean everBooked) {}
