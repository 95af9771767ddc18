package dev.windrose.booking.booking;

import java.util.List;

/** Passengers who are no longer checked in for a flight. */
public record Offloaded(String reference, String flightId, List<String> passengerIds) {}
