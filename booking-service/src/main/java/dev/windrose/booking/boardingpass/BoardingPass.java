package dev.windrose.booking.boardingpass;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.Place;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A passenger's right to board a flight.
 *
 * @param firstName of any script, as booked
 * @param reference of the booking
 * @param flightDate the local date at the origin for which the pass was made
 * @param departureTime with the origin's offset, as it stands now; {@code arrivalTime} with the destination's
 * @param boardingTime when boarding begins
 * @param seat row and letter: {@code 12A}
 * @param sequence of those who checked in for the flight, from 1
 */
public record BoardingPass(
        String firstName,
        String lastName,
        String reference,
        String ticketNumber,
        String flightNumber,
        String airlineName,
        Place origin,
        Place destination,
        LocalDate flightDate,
        OffsetDateTime departureTime,
        OffsetDateTime arrivalTime,
        OffsetDateTime boardingTime,
        Cabin cabin,
        String seat,
        int sequence) {

    /** The text of its barcode. */
    public BoardingPassCode code() {
        return BoardingPassCode.of(this);
    }
}
