package dev.windrose.notification.mail;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of mail, each with the event that causes it and the templates named after it. */
public enum MailType {
    WELCOME("account.created", AccountTold.class),
    BOOKING_CONFIRMED("booking.confirmed", BookingTold.class),
    BOOKING_EXPIRED("booking.expired", BookingTold.class),
    BOOKING_CANCELLED("booking.cancelled", CancellationTold.class),
    CHECK_IN_OPEN("booking.check-in-open", CheckInOpenTold.class),
    CHECKED_IN("booking.checked-in", CheckedInTold.class),
    SEAT_CHANGED("booking.seat-changed", SeatChangedTold.class),
    FLIGHT_DELAYED("booking.flight-delayed", DisruptionTold.class),
    FLIGHT_CANCELLED("booking.flight-cancelled", DisruptionTold.class),
    PRICE_DROP("price-watch.triggered", PriceDropTold.class);

    private final String event;
    private final Class<? extends Told> told;

    MailType(String event, Class<? extends Told> told) {
        this.event = event;
        this.told = told;
    }

    /** The shape of that event's data. */
    public Class<? extends Told> told() {
        return told;
    }

    /** Users may do without it. */
    public boolean isOptional() {
        return this == PRICE_DROP;
    }

    /** The trip goes with it, for the calendar. */
    public boolean withItinerary() {
        return this == BOOKING_CONFIRMED || this == FLIGHT_DELAYED || this == FLIGHT_CANCELLED;
    }

    /** The mail that an event of that type causes. */
    public static Optional<MailType> of(String eventType) {
        return Arrays.stream(values())
                .filter(type -> type.event.equals(eventType))
                .findFirst();
    }

    /** The types of all events that cause a mail. */
    public static Set<String> events() {
        return Arrays.stream(values()).map(type -> type.event).collect(Collectors.toUnmodifiableSet());
    }
}
