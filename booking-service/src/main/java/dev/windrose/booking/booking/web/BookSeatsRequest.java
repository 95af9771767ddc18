package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.NewBooking;
import dev.windrose.booking.booking.NewPassenger;
import dev.windrose.booking.booking.PassengerType;
import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.HoldRequest;
import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.Faults;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /bookings}.
 *
 * @param segments 1 to 6, in any order, no flight twice
 * @param passengers 1 to 9
 * @param contactEmail where mails about the booking go, the account's address if absent
 * @param expectedTotal the total the customer saw: refused if it is another by now
 */
record BookSeatsRequest(
        @Nullable List<@Nullable SegmentRequest> segments,
        @Nullable List<@Nullable PassengerRequest> passengers,
        @Nullable String contactEmail,
        @Nullable MoneyRequest expectedTotal) {
    private static final int MAX_SEGMENTS = 6;
    private static final int MAX_PASSENGERS = 9;
    private static final int MAX_NAME = 60;
    private static final int MAX_ID = 64;
    private static final int MAX_EMAIL = 254;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]+\\.[^@\\s<>,;\".]+");

    /** A flight and its cabin. */
    record SegmentRequest(
            @Nullable String flightId, @Nullable String cabin) {}

    /** One who travels. @param dateOfBirth {@code 1984-05-31}. @param type {@code ADULT} (the default) or {@code CHILD} */
    record PassengerRequest(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String dateOfBirth,
            @Nullable String type) {}

    /** An amount as the API writes it. */
    record MoneyRequest(@Nullable String amount, @Nullable String currency) {}

    /** The request found well-formed; 400 with every fault otherwise. @param today births lie before its end */
    NewBooking toNewBooking(LocalDate today) {
        Faults faults = new Faults();
        List<HoldRequest.Segment> flights = readSegments(faults);
        List<NewPassenger> party = readPassengers(faults, today);
        String email = faults.optional("contactEmail", contactEmail, BookSeatsRequest::email);
        Money total = readTotal(faults);
        faults.throwIfAny();
        return new NewBooking(flights, party, email, total);
    }

    private List<HoldRequest.Segment> readSegments(Faults faults) {
        List<HoldRequest.Segment> read = new ArrayList<>();
        Set<String> flights = new HashSet<>();
        List<@Nullable SegmentRequest> given = sized(faults, "segments", segments, MAX_SEGMENTS);
        for (int i = 0; i < given.size(); i++) {
            String field = "segments[" + i + "]";
            SegmentRequest segment = given.get(i);
            String flightId = faults.required(
                    field + ".flightId", segment == null ? null : segment.flightId, BookSeatsRequest::flightId);
            Cabin cabin = faults.required(
                    field + ".cabin",
                    segment == null ? null : segment.cabin,
                    text -> Choices.one(Cabin.class, text, Enum::name));
            if (flightId != null && !flights.add(flightId)) {
                faults.add(field + ".flightId", "duplicate", "is in this booking already");
            }
            if (flightId != null && cabin != null) {
                read.add(new HoldRequest.Segment(flightId, cabin));
            }
        }
        return read;
    }

    private List<NewPassenger> readPassengers(Faults faults, LocalDate today) {
        List<NewPassenger> read = new ArrayList<>();
        List<@Nullable PassengerRequest> given = sized(faults, "passengers", passengers, MAX_PASSENGERS);
        for (int i = 0; i < given.size(); i++) {
            String field = "passengers[" + i + "]";
            PassengerRequest passenger = given.get(i);
            if (passenger == null) {
                faults.add(field, "required", "is required");
                continue;
            }
            String first = faults.text(field + ".firstName", passenger.firstName, MAX_NAME);
            String last = faults.text(field + ".lastName", passenger.lastName, MAX_NAME);
            LocalDate born = faults.optional(field + ".dateOfBirth", passenger.dateOfBirth, t -> birth(t, today));
            PassengerType type = faults.optional(
                    field + ".type", passenger.type, t -> Choices.one(PassengerType.class, t, Enum::name));
            if (first != null && last != null) {
                read.add(new NewPassenger(first, last, born, type == null ? PassengerType.ADULT : type));
            }
        }
        return read;
    }

    private @Nullable Money readTotal(Faults faults) {
        if (expectedTotal == null) {
            return null;
        }
        CurrencyCode currency = faults.required("expectedTotal.currency", expectedTotal.currency, CurrencyCode::new);
        return currency == null
                ? null
                : faults.required("expectedTotal.amount", expectedTotal.amount, amount -> Money.of(amount, currency));
    }

    private static <T> List<T> sized(Faults faults, String field, @Nullable List<T> list, int max) {
        if (list == null || list.isEmpty() || list.size() > max) {
            faults.add(field, list == null ? "required" : "out_of_range", "must be 1 to " + max);
            return List.of();
        }
        return list;
    }

    /** What can't be an id is no flight's: flight-service says so, but it need not be asked with any text there is. */
    private static String flightId(String text) {
        if (text.length() > MAX_ID || !PRINTABLE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a flight's id");
        }
        return text;
    }

    private static String email(String text) {
        String email = text.strip();
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException("must be an email address");
        }
        return email;
    }

    private static LocalDate birth(String text, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isAfter(today) || date.isBefore(EARLIEST_BIRTH)) {
                throw new IllegalArgumentException("must lie between " + EARLIEST_BIRTH + " and today");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date like 1984-05-31", e);
        }
    }
}
