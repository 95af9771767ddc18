package dev.windrose.booking.booking;

import java.time.OffsetDateTime;

/**
 * A passenger's boarding pass for a flight.
 *
 * @param sequence of those who checked in for the flight, from 1
 * @param boardingTime when boarding begins, with the airport's offset
 * @param barcode the text of its barcode: IATA Resolution 792, format M
 * @param pdf the path of the page to print or show
 */
public record BoardingPassView(
        String passengerId,
        String flightId,
        String seat,
        int sequence,
        OffsetDateTime boardingTime,
        String barcode,
        String pdf) {}
