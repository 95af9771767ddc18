package dev.windrose.booking.boardingpass;

import dev.windrose.booking.flight.Cabin;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a boarding pass's barcode: an IATA "BCBP" (Resolution 792) of format M with one leg and the 60 mandatory characters, nothing
 * after them.
 *
 * @param name {@code LAST/FIRST} in A to Z, at most 20 characters
 * @param origin the airport's code, as {@code destination}
 * @param flightNumber without leading zeros: {@code AS65}, {@code B6124A}
 * @param dayOfYear of the local departure date, from 1
 * @param compartment F, C, W or Y
 * @param seat row and letter: {@code 12A}
 * @param sequence from 1
 */
public record BoardingPassCode(
        String name,
        String reference,
        String origin,
        String destination,
        String flightNumber,
        int dayOfYear,
        char compartment,
        String seat,
        int sequence) {
    /** What a whole code looks like; more may follow in one that another airline made, and is not looked at. */
    private static final Pattern FORM =
            Pattern.compile("M1([A-Z/ ]{20})E([A-Z0-9 ]{7})([A-Z]{3})([A-Z]{3})([A-Z0-9 ]{3})"
                    + "([0-9]{4}[A-Z ])([0-9]{3})([A-Z])([0-9]{3}[A-Z])([0-9]{4}) [0-9A-Z][0-9A-F]{2}.*");

    /** Passenger status of Resolution 792: checked in, with a ticket. */
    private static final char CHECKED_IN = '1';

    private static final String NOTHING_MORE = "00";

    static BoardingPassCode of(BoardingPass pass) {
        return new BoardingPassCode(
                PassengerName.of(pass.lastName(), pass.firstName()),
                pass.reference(),
                pass.origin().code(),
                pass.destination().code(),
                bare(pass.flightNumber()),
                pass.flightDate().getDayOfYear(),
                compartment(pass.cabin()),
                pass.seat(),
                pass.sequence());
    }

    /** The fields of a barcode's text; empty if it isn't a boarding pass of one leg. */
    public static Optional<BoardingPassCode> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new BoardingPassCode(
                        form.group(1).strip(),
                        form.group(2).strip(),
                        form.group(3),
                        form.group(4),
                        bare(form.group(5).strip() + form.group(6).strip()),
                        Integer.parseInt(form.group(7)),
                        form.group(8).charAt(0),
                        form.group(9).replaceFirst("^0+(?=[0-9])", ""),
                        Integer.parseInt(form.group(10))))
                : Optional.empty();
    }

    /** Whether it is for a flight of this number between these airports; the day is another matter. */
    public boolean isOf(String number, String from, String to) {
        return flightNumber.equals(bare(number)) && origin.equals(from) && destination.equals(to);
    }

    /** The 60 characters. */
    public String text() {
        String airline = flightNumber.substring(0, 2);
        String number = flightNumber.substring(2);
        boolean hasSuffix = Character.isLetter(number.charAt(number.length() - 1));
        int digits = Integer.parseInt(hasSuffix ? number.substring(0, number.length() - 1) : number);
        char suffix = hasSuffix ? number.charAt(number.length() - 1) : ' ';
        int row = Integer.parseInt(seat.substring(0, seat.length() - 1));
        char letter = seat.charAt(seat.length() - 1);
        return String.format(
                Locale.ROOT,
                "M1%-20sE%-7s%s%s%-3s%04d%c%03d%c%03d%c%04d %c%s",
                name,
                reference,
                origin,
                destination,
                airline,
                digits,
                suffix,
                dayOfYear,
                compartment,
                row,
                letter,
                sequence,
                CHECKED_IN,
                NOTHING_MORE);
    }

    private static char compartment(Cabin cabin) {
        return switch (cabin) {
            case FIRST -> 'F';
            case BUSINESS -> 'C';
            case PREMIUM_ECONOMY -> 'W';
            case ECONOMY -> 'Y';
        };
    }

    private static String bare(String flightNumber) {
        return flightNumber.substring(0, 2) + flightNumber.substring(2).replaceFirst("^0+(?=[0-9])", "");
    }
}
