package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Place;
import dev.windrose.notification.mail.BookingTold.Segment;
import dev.windrose.notification.mail.FlightText.Seated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delay or cancellation in the words its mail uses.
 *
 * @param title {@code Seattle to Anchorage}
 * @param flight {@code AS65, Alaska Airlines}
 * @param departure {@code Tue 1 Dec 2026, 09:45 Seattle time (UTC−8)}, as the times before
 * @param later {@code 3 h 30 min later than before}; empty if it departs no later
 * @param reason {@code Fog in Seattle}, empty if the airline said nothing
 */
public record DisruptionText(
        String reference,
        String title,
        String firstDay,
        String flight,
        List<TripText.Leg> legs,
        String departure,
        String previousDeparture,
        String previousArrival,
        String later,
        String reason,
        boolean fullRefund,
        List<Missed> missed,
        List<Seated> travellers) {

    /** {@code AS181, Anchorage (ANC) to Fairbanks (FAI)} · {@code Tue 1 Dec 2026, 13:00 Anchorage time (UTC−9)}. */
    public record Missed(String flight, String departure) {}

    static DisruptionText of(DisruptionTold told) {
        Segment flight = told.segments().get(0);
        return new DisruptionText(
                told.reference(),
                TripText.title(told.segments()),
                LocalTimes.shortDay(flight.departureTime(), flight.origin()),
                PlainText.oneLine(
                        flight.flightNumber() + ", " + flight.airline().name()),
                List.of(TripText.leg(null, flight)),
                LocalTimes.full(flight.departureTime(), flight.origin()),
                LocalTimes.full(told.previousDepartureTime(), flight.origin()),
                LocalTimes.full(told.previousArrivalTime(), flight.destination()),
                later(told, flight),
                reason(told.reason()),
                told.fullRefund(),
                told.missedConnections().stream().map(DisruptionText::missed).toList(),
                told.passengers().stream()
                        .map(passenger -> new Seated(
                                PlainText.oneLine(passenger.firstName() + " " + passenger.lastName()), "", ""))
                        .toList());
    }

    private static String later(DisruptionTold told, Segment flight) {
        return flight.departureTime().isAfter(told.previousDepartureTime())
                ? LocalTimes.duration(told.previousDepartureTime(), flight.departureTime()) + " later than before"
                : "";
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "" : PlainText.oneLine(reason).replaceFirst("[.\\s]+$", "");
    }

    private static Missed missed(Segment next) {
        return new Missed(
                PlainText.oneLine(next.flightNumber() + ", " + end(next.origin()) + " to " + end(next.destination())),
                LocalTimes.full(next.departureTime(), next.origin()));
    }

    private static String end(Place place) {
        return place.city() + " (" + place.code() + ")";
    }
}
