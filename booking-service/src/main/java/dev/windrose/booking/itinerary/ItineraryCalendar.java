package dev.windrose.booking.itinerary;

import dev.windrose.booking.flight.Place;
import dev.windrose.booking.itinerary.Itinerary.Leg;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An itinerary in the format of RFC 5545: an event for each flight, from take-off to landing in the airports' own time zones, which are
 * defined in it. A flight's {@code UID} never changes and its {@code SEQUENCE} rises with each change of the booking, so that a calendar
 * replaces what it has.
 */
public final class ItineraryCalendar {
    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private ItineraryCalendar() {}

    /** The whole {@code text/calendar} document. */
    public static String of(Itinerary itinerary) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Windrose//Itinerary//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        itinerary.legs().stream()
                .flatMap(leg -> Stream.of(leg.origin(), leg.destination()))
                .map(Place::timeZone)
                .distinct()
                .map(ItineraryCalendar::zone)
                .flatMap(Optional::stream)
                .map(TimeZone::getVTimeZone)
                .forEach(calendar::add);
        itinerary.legs().forEach(leg -> calendar.add(event(itinerary, leg)));
        return text(calendar);
    }

    /** With its lines folded, as calendars want them. */
    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(Itinerary itinerary, Leg leg) {
        VEvent event = new VEvent(false);
        event.add(new Uid(itinerary.reference() + "-" + leg.flightId() + "@windrose"));
        event.add(new Sequence(itinerary.revision()));
        event.add(new DtStamp(itinerary.asOf()));
        event.add(new DtStart<>(time(leg.departure())));
        event.add(new DtEnd<>(time(leg.arrival())));
        event.add(new Summary("%s %s – %s"
                .formatted(
                        leg.flightNumber(),
                        leg.origin().city(),
                        leg.destination().city())));
        event.add(new Location(airport(leg.origin())));
        event.add(new Description(description(itinerary.reference(), leg)));
        event.add(status(leg));
        event.add(ImmutableTransp.OPAQUE);
        return event;
    }

    /** With its zone, if that can be defined in the document; else in UTC, which needs no definition. */
    private static Temporal time(ZonedDateTime time) {
        return zone(time.getZone()).isPresent() ? time : time.toInstant();
    }

    private static Optional<TimeZone> zone(ZoneId zone) {
        return Optional.ofNullable(ZONES.getTimeZone(zone.getId()));
    }

    private static Status status(Leg leg) {
        return switch (leg.standing()) {
            case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
            case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
            case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        };
    }

    private static String description(String reference, Leg leg) {
        List<String> lines = new ArrayList<>();
        lines.add("Booking " + reference);
        lines.add(leg.airlineName() + " " + leg.flightNumber() + ", "
                + leg.cabin().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        lines.add("From " + airport(leg.origin()) + ": " + clock(leg.departure()));
        lines.add("To " + airport(leg.destination()) + ": " + clock(leg.arrival()));
        if (leg.isDelayed()) {
            lines.add("Delayed; first scheduled for " + clock(leg.scheduledDeparture()));
        }
        lines.add(String.join(", ", leg.travellers()));
        return String.join("\n", lines);
    }

    private static String airport(Place place) {
        return place.name() + " (" + place.code() + ")";
    }

    private static String clock(ZonedDateTime time) {
        return CLOCK.format(time) + " (UTC" + (time.getOffset().getTotalSeconds() == 0 ? "" : time.getOffset()) + ")";
    }
}
