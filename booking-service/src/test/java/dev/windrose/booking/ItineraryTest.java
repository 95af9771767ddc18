package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.booking.FlightNews;
import dev.windrose.booking.booking.FollowFlights;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What a calendar makes of {@code itinerary.ics}. */
class ItineraryTest extends BookingServiceTest {
    private final String flight = FLIGHTS.holds().flight(5, 10_000);
    private final String onward = FLIGHTS.holds().flight(5, 10_000);

    @Test
    void eachFlightIsAnEventInTheTimeZonesOfItsAirports() {
        String reference = customer().book("b", Requests.booking(2, flight)).reference();
        Api.Answer booking = customer().booking(reference);

        Api.Answer answer = calendarOf(reference);
        VEvent event = events(answer).get(0);

        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("windrose-" + reference + ".ics");
        assertThat(answer.text().lines()).as("folded").allMatch(line -> line.length() <= 75);
        assertThat(value(event, Property.UID)).isEqualTo(reference + "-" + flight + "@windrose");
        assertThat(value(event, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(event, Property.DESCRIPTION)).contains("Booking " + reference);
        ZonedDateTime starts = ZonedDateTime.from(event.getDateTimeStart().getDate());
        ZonedDateTime ends = ZonedDateTime.from(event.getDateTimeEnd().getDate());
        assertThat(starts.toOffsetDateTime()).isEqualTo(OffsetDateTime.parse(booking.at("/segments/0/departureTime")));
        assertThat(ends.toOffsetDateTime()).isEqualTo(OffsetDateTime.parse(booking.at("/segments/0/arrivalTime")));
        List<String> defined = read(answer).getComponents(Component.VTIMEZONE).stream()
                .map(zone -> value(zone, Property.TZID))
                .toList();
        assertThat(defined)
                .contains(zoneOf(event, Property.DTSTART), zoneOf(event, Property.DTEND))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameEventWithAHigherSequenceAfterEachChange() {
        String reference =
                customer().book("b", Requests.booking(2, flight, onward)).reference();
        VEvent unpaid = events(calendarOf(reference)).get(0);
        customer().pay(reference);
        VEvent paid = events(calendarOf(reference)).get(0);
        OffsetDateTime departure =
                OffsetDateTime.parse(customer().booking(reference).at("/segments/0/departureTime"));
        delay(departure.plusHours(2));
        VEvent delayed = events(calendarOf(reference)).get(0);
        customer()
                .post(
                        "/api/v1/bookings/" + reference + "/cancellation",
                        "part",
                        "{\"flightIds\":[\"" + flight + "\"]}");
        List<VEvent> half = events(calendarOf(reference));
        customer().cancel(reference);
        List<VEvent> over = events(calendarOf(reference));

        List<VEvent> story = List.of(unpaid, paid, delayed, half.get(0), over.get(0));
        assertThat(story.stream().map(event -> value(event, Property.UID)).distinct())
                .hasSize(1);
        assertThat(story.stream().map(event -> Integer.valueOf(value(event, Property.SEQUENCE))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(story.stream().map(event -> value(event, Property.STATUS)))
                .containsExactly("TENTATIVE", "CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED");
        assertThat(value(half.get(1), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(over.get(1), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(ZonedDateTime.from(delayed.getDateTimeStart().getDate()).toInstant())
                .isEqualTo(departure.plusHours(2).toInstant());
        assertThat(value(delayed, Property.DESCRIPTION)).contains("first scheduled for");
    }

    @Test
    void somebodyElsesIsNotFound() {
        String reference = customer().book(flight).reference();

        Api.Answer answer = first().as(user + "-other").get("/api/v1/bookings/" + reference + "/itinerary.ics");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("booking_not_found");
    }

    @Test
    void mailsGetItByIdOrReferenceWithAServiceToken() {
        String reference = customer().book(flight).reference();
        String own = calendarOf(reference).text();

        for (String name : List.of(reference, idOf(reference))) {
            String path = "/internal/bookings/" + name + "/itinerary.ics";
            assertThat(customer().get(path).status()).isIn(401, 403);
            Api.Answer answer = first().asService().get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(withoutStamp(answer.text())).isEqualTo(withoutStamp(own));
        }
        assertThat(first().asService()
                        .get("/internal/bookings/K7QX2M/itinerary.ics")
                        .code())
                .isEqualTo("booking_not_found");
    }

    private static String withoutStamp(String calendar) {
        return calendar.replaceAll("DTSTAMP:.*", "");
    }

    private void delay(OffsetDateTime departure) {
        first().bean(FollowFlights.class)
                .follow(new FlightNews(
                        flight,
                        1,
                        "DELAYED",
                        departure,
                        departure.plus(Duration.ofHours(2)),
                        departure.minusHours(2),
                        null,
                        null));
    }

    private Api.Answer calendarOf(String reference) {
        Api.Answer answer = customer().get("/api/v1/bookings/" + reference + "/itinerary.ics");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static List<VEvent> events(Api.Answer answer) {
        return read(answer).getComponents(Component.VEVENT).stream()
                .flatMap(component -> component instanceof VEvent event ? Stream.of(event) : Stream.empty())
                .toList();
    }

    private static Calendar read(Api.Answer answer) {
        try {
            return new CalendarBuilder().build(new StringReader(answer.text()));
        } catch (IOException | ParserException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    private static String value(Component component, String property) {
        return component.getRequiredProperty(property).getValue();
    }

    private static String zoneOf(VEvent event, String property) {
        return event.getRequiredProperty(property).getRequiredParameter("TZID").getValue();
    }
}
