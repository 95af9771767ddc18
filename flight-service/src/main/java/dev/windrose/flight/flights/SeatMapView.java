package dev.windrose.flight.flights;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.CabinLayout;
import dev.windrose.flight.seats.Seat;
import dev.windrose.flight.seats.SeatMap;
import dev.windrose.flight.seats.SeatPosition;
import dev.windrose.flight.seats.SeatState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The seats of a flight, cabin by cabin, row by row, from the left to the right; in {@code columns} a hyphen is an aisle. */
public record SeatMapView(String flightId, List<CabinSeats> cabins) {

    /** The seats of one cabin. */
    public record CabinSeats(Cabin cabin, String columns, List<Row> rows) {
        static CabinSeats of(CabinLayout layout, Map<String, SeatState> taken) {
            return new CabinSeats(
                    layout.cabin(),
                    layout.columns(),
                    new SeatMap(layout)
                            .rows().stream().map(row -> Row.of(row, taken)).toList());
        }
    }

    /** One row of it. */
    public record Row(int row, List<SeatView> seats) {
        static Row of(List<Seat> seats, Map<String, SeatState> taken) {
            return new Row(
                    seats.get(0).row(),
                    seats.stream()
                            .map(seat -> new SeatView(
                                    seat.number(),
                                    seat.position(),
                                    seat.exitRow(),
                                    SeatStatus.of(taken.get(seat.number()))))
                            .toList());
        }
    }

    /** A seat: {@code 12A}. */
    public record SeatView(String number, SeatPosition position, boolean exitRow, SeatStatus status) {}

    /** Whether it is to be had. */
    public enum SeatStatus {
        FREE,
        HELD,
        TAKEN;

        static SeatStatus of(@Nullable SeatState state) {
            if (state == null) {
                return FREE;
            }
            return state == SeatState.HELD ? HELD : TAKEN;
        }
    }
}
