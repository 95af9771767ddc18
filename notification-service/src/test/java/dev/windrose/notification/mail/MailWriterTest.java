package dev.windrose.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.notification.ContractEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MailWriterTest {
    private final JsonMapper json = new JsonMapper();
    private final MailWriter writer = new MailWriter();

    @Test
    void confirmedMailSaysEverythingTheTravellerNeeds() {
        Mail mail = write(MailType.BOOKING_CONFIRMED, ContractEvents.example("booking.confirmed"));

        assertThat(mail.subject()).isEqualTo("You’re booked: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("Ada Lovelace")
                    .contains("K7QX2M")
                    .contains("Tuesday 1 December 2026")
                    .contains("AS65")
                    .contains("3 h 40 min")
                    .contains("06:15")
                    .contains("Seattle time (UTC−8)")
                    .contains("08:55")
                    .contains("Anchorage time (UTC−9)")
                    .contains("Byron Lovelace (child)")
                    .contains("027-1234567891")
                    .contains("2 × USD 129.50")
                    .contains("USD 259.00")
                    .contains("Visa ending in 4242, Wed 25 Nov 2026, 06:14 Seattle time (UTC−8)");
        }
    }

    @Test
    void expiredMailSaysThatNothingWasCharged() {
        Mail mail = write(MailType.BOOKING_EXPIRED, ContractEvents.example("booking.expired"));

        assertThat(mail.subject()).isEqualTo("Your seats were released: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("until Wed 25 Nov 2026, 06:14 Seattle time (UTC−8)")
                    .contains("You have not been charged.")
                    .contains("make a new booking")
                    .doesNotContain("Ticket ")
                    .doesNotContain("ticket ");
        }
    }

    @Test
    void cancelledMailSaysWhatIsGoneWhatStaysAndWhatIsGivenBackByWhichRule() {
        Mail mail = write(MailType.BOOKING_CANCELLED, ContractEvents.example("booking.cancelled"));

        assertThat(mail.subject())
                .isEqualTo("Part of your booking is cancelled: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("K7QX2M")
                    .contains("Sat 28 Nov 2026, 10:30 Seattle time (UTC−8)")
                    .contains("Seattle (SEA) to Anchorage (ANC)")
                    .contains("Tue 1 Dec 2026, 06:15 Seattle time (UTC−8)")
                    .contains("AS65, Alaska Airlines, Economy")
                    .contains("75 % of USD 129.50, by the time left to departure")
                    .contains("USD 97.13")
                    .contains("USD 32.37")
                    .contains("Visa ending in 4242")
                    .containsIgnoringCase("What stays booked")
                    .contains("Price of what stays booked: USD 129.50");
            assertThat(body.indexOf("Byron Lovelace")).isLessThan(body.lastIndexOf("Ada Lovelace"));
        }
    }

    @Test
    void cancelledMailOfAWholeUnpaidBookingSaysThatNothingWasCharged() {
        ObjectNode event = ContractEvents.example("booking.cancelled");
        ObjectNode data = (ObjectNode) event.get("data");
        data.putNull("card").putArray("segments");
        data.putArray("passengers");
        ((ObjectNode) data.at("/refunds/0")).put("percent", 0).put("reason", "NOT_PAID");

        Mail mail = write(MailType.BOOKING_CANCELLED, event);

        assertThat(mail.subject()).startsWith("Your booking is cancelled: ");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("you have not been charged")
                    .contains("Nothing of this booking is left")
                    .doesNotContain("0 %")
                    .doesNotContain("fee")
                    .doesNotContainIgnoringCase("stays booked")
                    .doesNotContain("null");
        }
    }

    @Test
    void confirmedMailCountsWhoFliesEachFlight() {
        ObjectNode event = ContractEvents.example("booking.confirmed");
        ((ObjectNode) event.at("/data/segments/0")).putArray("passengerIds").add("1");

        assertThat(write(MailType.BOOKING_CONFIRMED, event).text()).contains("1 × USD 129.50");
        ((ObjectNode) event.at("/data/segments/0")).remove("passengerIds");
        assertThat(write(MailType.BOOKING_CONFIRMED, event).text()).contains("2 × USD 129.50");
    }

    @Test
    void checkInMailSaysForWhatAndUntilWhen() {
        Mail mail = write(MailType.CHECK_IN_OPEN, ContractEvents.example("booking.check-in-open"));

        assertThat(mail.subject()).isEqualTo("Check-in is open: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("K7QX2M")
                    .contains("until Tue 1 Dec 2026, 05:30 Seattle time (UTC−8)")
                    .contains("Ada Lovelace")
                    .contains("06:15")
                    .doesNotContain("Seat 1")
                    .doesNotContain("null");
        }
    }

    @Test
    void checkedInMailSaysWhereOneSitsAndWhenOneBoards() {
        Mail mail = write(MailType.CHECKED_IN, ContractEvents.example("booking.checked-in"));

        assertThat(mail.subject()).isEqualTo("You’re checked in: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("Boarding begins Tue 1 Dec 2026, 05:35 Seattle time (UTC−8)")
                    .contains("Seat 12A")
                    .contains("Number 7 to check in")
                    .contains("attached");
        }
    }

    @Test
    void seatChangedMailSaysFromWhereToWhereAndThatTheOldPassIsVoid() {
        ObjectNode event = ContractEvents.example("booking.seat-changed");
        Mail mail = write(MailType.SEAT_CHANGED, event);

        assertThat(mail.subject()).isEqualTo("Your seat has changed: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("Seat 21A")
                    .contains("before 12A")
                    .contains("old boarding pass is no longer good");
        }
        ((ObjectNode) event.at("/data/seatChanges/0")).put("checkedIn", false).putNull("previousSeat");
        assertThat(write(MailType.SEAT_CHANGED, event).text())
                .doesNotContain("boarding pass")
                .doesNotContain("before ");
    }

    @Test
    void delayedMailSaysFromWhenToWhenAndWhyAndWhatFollows() {
        Mail mail = write(MailType.FLIGHT_DELAYED, ContractEvents.example("booking.flight-delayed"));

        assertThat(mail.subject()).isEqualTo("Your flight is delayed: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("K7QX2M")
                    .contains("AS65, Alaska Airlines")
                    .contains("now departs Tue 1 Dec 2026, 09:45 Seattle time (UTC−8), 3 h 30 min later than before.")
                    .contains("The reason: Fog in Seattle.")
                    .contains("Before: departure Tue 1 Dec 2026, 06:15 Seattle time (UTC−8),"
                            + " arrival Tue 1 Dec 2026, 08:55 Anchorage time (UTC−9).")
                    .contains("12:25")
                    .contains("less than 60 minutes after you arrive")
                    .contains("AS181, Anchorage (ANC) to Fairbanks (FAI)")
                    .contains("Tue 1 Dec 2026, 13:00 Anchorage time (UTC−9)")
                    .contains("longer than 3 hours")
                    .contains("you get back all you paid for it")
                    .contains("Ada Lovelace")
                    .contains("itinerary.ics")
                    .doesNotContain("null");
        }
    }

    @Test
    void delayedMailOffersNoRefundAndNoReasonWhereThereIsNone() {
        ObjectNode event = ContractEvents.example("booking.flight-delayed");
        ((ObjectNode) event.get("data"))
                .put("fullRefund", false)
                .putNull("reason")
                .put("previousDepartureTime", "2026-12-01T10:45:00-08:00")
                .putArray("missedConnections");

        Mail mail = write(MailType.FLIGHT_DELAYED, event);

        assertThat(mail.subject()).startsWith("Your flight has new times: Seattle to Anchorage");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("now departs Tue 1 Dec 2026, 09:45 Seattle time (UTC−8).")
                    .doesNotContain("get back")
                    .doesNotContain("3 hours")
                    .doesNotContain("reason")
                    .doesNotContain("later")
                    .doesNotContainIgnoringCase("connection at risk")
                    .doesNotContain("null");
        }
    }

    @Test
    void cancelledFlightMailSaysHowToGetAllBackAndWhatCannotBeReached() {
        Mail mail = write(MailType.FLIGHT_CANCELLED, ContractEvents.example("booking.flight-cancelled"));

        assertThat(mail.subject()).isEqualTo("Your flight is cancelled: Seattle to Anchorage, Tue 1 Dec 2026 (K7QX2M)");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .containsIgnoringCase(
                            "the airline has cancelled your flight Seattle to Anchorage (AS65, Alaska Airlines),"
                                    + " which was to depart Tue 1 Dec 2026, 06:15 Seattle time (UTC−8).")
                    .contains("The reason: Strike of the ground staff.")
                    .contains("Cancel this flight in your booking, and you get back all you paid for it")
                    .containsIgnoringCase("flights you cannot reach")
                    .contains("AS181, Anchorage (ANC) to Fairbanks (FAI)")
                    .contains("itinerary.ics")
                    .doesNotContain("null");
        }
    }

    @Test
    void priceDropMailSaysWhatFellAndByHowMuch() {
        Mail mail = write(MailType.PRICE_DROP, ContractEvents.example("price-watch.triggered"));

        assertThat(mail.subject()).isEqualTo("Seattle to Anchorage, Tue 1 Dec 2026: now from USD 119.00");
        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("Ada Lovelace")
                    .contains("watch Seattle to Anchorage on Tuesday 1 December 2026. It costs less")
                    .contains("before USD 129.50, USD 10.50 less")
                    .contains("Seattle (SEA)")
                    .contains("Anchorage (ANC), Ted Stevens Anchorage International Airport")
                    .contains("Economy, any flight")
                    .contains("USD 120.00")
                    .doesNotContain("on sale now");
        }
    }

    @Test
    void priceDropMailOfAFlightThatWasNotOnSaleBefore() {
        ObjectNode event = ContractEvents.example("price-watch.triggered");
        ((ObjectNode) event.get("data"))
                .put("flightId", "4711")
                .put("flightNumber", "AS65")
                .putNull("previousPrice")
                .putNull("targetPrice");

        Mail mail = write(MailType.PRICE_DROP, event);

        for (String body : new String[] {mail.text(), visible(mail.html())}) {
            assertThat(body)
                    .contains("It is on sale now.")
                    .contains("Economy, flight AS65")
                    .doesNotContain("before USD")
                    .doesNotContain("Your target")
                    .doesNotContain("null");
        }
    }

    @Test
    void arrivalOnAnotherDayNamesThatDay() {
        ObjectNode event = ContractEvents.example("booking.confirmed");
        ObjectNode segment = (ObjectNode) event.at("/data/segments/0");
        segment.put("departureTime", "2026-12-01T23:30:00-08:00").put("arrivalTime", "2026-12-02T02:10:00-09:00");

        assertThat(write(MailType.BOOKING_CONFIRMED, event).text())
                .contains("Tuesday 1 December 2026")
                .contains("Anchorage time (UTC−9), Wed 2 Dec 2026");
    }

    @Test
    void namesOfAnyScriptStayWholeAndHarmless() {
        ObjectNode event = ContractEvents.example("booking.confirmed");
        ((ObjectNode) event.at("/data/recipient")).put("name", "محمد\r\nBcc: everybody@example.com");
        ((ObjectNode) event.at("/data/passengers/0"))
                .put("firstName", "<script>alert(1)</script>")
                .put("lastName", "山田 太郎");

        Mail mail = write(MailType.BOOKING_CONFIRMED, event);

        assertThat(mail.html())
                .contains("محمد Bcc: everybody@example.com")
                .contains("山田 太郎")
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(mail.text()).contains("<script>alert(1)</script> 山田 太郎");
    }

    @ParameterizedTest
    @EnumSource(MailType.class)
    void htmlStandsAlone(MailType type) {
        String html = write(type, ContractEvents.example(eventOf(type))).html();

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\"")
                .contains("<title>")
                .contains("prefers-color-scheme: dark")
                .doesNotContain(" th:")
                .doesNotContain("xmlns")
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("src=");
    }

    /** Where {@code windrose.mails} names a folder, the mails are written there to be looked at. */
    @ParameterizedTest
    @EnumSource(MailType.class)
    void canBeLookedAt(MailType type) throws IOException {
        Mail mail = write(type, ContractEvents.example(eventOf(type)));
        String folder = System.getProperty("windrose.mails");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, type + ".html"), mail.html());
            Files.writeString(Path.of(folder, type + ".txt"), mail.text());
        }
        assertThat(mail.text()).doesNotContain("[#").doesNotContain("[(").doesNotContain("\n\n\n");
    }

    private Mail write(MailType type, ObjectNode event) {
        return writer.write(type, json.treeToValue(event.get("data"), type.told()));
    }

    static String eventOf(MailType type) {
        return MailType.events().stream()
                .filter(event -> MailType.of(event).orElseThrow() == type)
                .findFirst()
                .orElseThrow();
    }

    private static String visible(String html) {
        return html.replaceAll("(?s)<style.*?</style>", "")
                .replaceAll("<[^>]+>", "")
                .replace("&amp;", "&");
    }
}
