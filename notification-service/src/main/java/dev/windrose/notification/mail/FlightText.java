package dev.windrose.notification.mail;

import dev.windrose.notification.mail.BookingTold.Passenger;
import dev.windrose.notification.mail.BookingTold.Segment;
import dev.windrose.notification.mail.CheckedInTold.SeatTold;
import dev.windrose.notification.mail.SeatChangedTold.SeatChange;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One flight of a booking and what becomes of those on it, in the words its mail uses.
 *
 * @param title {@code Seattle to Anchorage}
 * @param opens {@code Mon 30 Nov 2026, 06:15 Seattle time (UTC−8)}, as {@code closes} and {@code boarding}; empty where it isn't told
 * @param passes how many boarding passes go with it
 */
public record FlightText(
        String reference,
        String title,
        String firstDay,
        List<TripText.Leg> legs,
        List<Seated> travellers,
        String opens,
        String closes,
        String boarding,
        int passes) {

    /** Who, and where: {@code Seat 12A}; {@code note} says more: {@code before 14C}. */
    public record Seated(String name, String seat, String note) {}

    static FlightText of(CheckInOpenTold told) {
        Segment flight = told.segments().get(0);
        return of(
                told.reference(),
                flight,
                seated(told.passengers(), passenger -> new Seated(name(passenger), "", "")),
                LocalTimes.full(told.opensAt(), flight.origin()),
                LocalTimes.full(told.closesAt(), flight.origin()),
                "",
                0);
    }

    static FlightText of(CheckedInTold told) {
        Segment flight = told.segments().get(0);
        return of(
                told.reference(),
                flight,
                seated(
                        told.passengers(),
                        passenger -> told.seats().stream()
                                .filter(seat -> Objects.equals(seat.passengerId(), passenger.id()))
                                .findFirst()
                                .map(seat -> new Seated(name(passenger), words(seat.seat()), sequence(seat)))
                                .orElse(null)),
                "",
                "",
                LocalTimes.full(told.boardingTime(), flight.origin()),
                told.withPasses().size());
    }

    static FlightText of(SeatChangedTold told) {
        Segment flight = told.segments().get(0);
        return of(
                told.reference(),
                flight,
                seated(
                        told.passengers(),
                        passenger -> told.seatChanges().stream()
                                .filter(change -> Objects.equals(change.passengerId(), passenger.id()))
                                .findFirst()
                                .map(change -> new Seated(name(passenger), words(change.seat()), before(change)))
                                .orElse(null)),
                "",
                "",
                "",
                told.withPasses().size());
    }

    private static FlightText of(
            String reference,
            Segment flight,
            List<Seated> seated,
            String opens,
            String closes,
            String boarding,
            int passes) {
        return new FlightText(
                reference,
                TripText.title(List.of(flight)),
                LocalTimes.shortDay(flight.departureTime(), flight.origin()),
                List.of(TripText.leg(null, flight)),
                seated,
                opens,
                closes,
                boarding,
                passes);
    }

    private static List<Seated> seated(List<Passenger> passengers, Function<Passenger, @Nullable Seated> line) {
        return passengers.stream().map(line).filter(Objects::nonNull).toList();
    }

    private static String name(Passenger passenger) {
        return PlainText.oneLine(passenger.firstName() + " " + passenger.lastName());
    }

    private static String words(@Nullable String seat) {
        return seat == null ? "No seat yet: you get one at check-in" : "Seat " + PlainText.oneLine(seat);
    }

    private static String sequence(SeatTold seat) {
        return "Number " + seat.sequence() + " to check in";
    }

    private static String before(SeatChange change) {
        return change.previousSeat() == null ? "" : "before " + PlainText.oneLine(change.previousSeat());
    }
}
