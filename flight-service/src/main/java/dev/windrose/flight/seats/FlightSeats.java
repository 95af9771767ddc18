package dev.windrose.flight.seats;

import dev.windrose.flight.catalogue.Cabin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who sits where. Whoever writes has the cabins' rows of the flight locked; of two who want one seat the table's key decides. */
@Component
public class FlightSeats {
    private static final String SELECT =
            "select seat_no, cabin, booking_id, passenger_id, child, state from flight_seat where ";

    private final JdbcTemplate jdbc;

    FlightSeats(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<TakenSeat> ofFlight(long flightId) {
        return jdbc.query(SELECT + "flight_id = ? order by seat_no", FlightSeats::seat, flightId);
    }

    public List<TakenSeat> ofBooking(long flightId, String bookingId) {
        return jdbc.query(
                SELECT + "flight_id = ? and booking_id = ? order by passenger_id",
                FlightSeats::seat,
                flightId,
                bookingId);
    }

    /**
     * Gives these passengers these seats instead of any they have; all of them, or none.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody else has one of the seats
     */
    public void give(long flightId, Collection<TakenSeat> seats) {
        jdbc.batchUpdate(
                "delete from flight_seat where flight_id = ? and booking_id = ? and passenger_id = ?",
                seats.stream()
                        .map(seat -> new Object[] {flightId, seat.bookingId(), seat.passengerId()})
                        .toList());
        jdbc.batchUpdate(
                "insert into flight_seat (flight_id, seat_no, cabin, booking_id, passenger_id, child, state) values (?, ?, ?, ?, ?, ?, ?)",
                seats.stream()
                        .map(seat -> new Object[] {
                            flightId,
                            seat.number(),
                            seat.cabin().name(),
                            seat.bookingId(),
                            seat.passengerId(),
                            seat.child(),
                            seat.state().name()
                        })
                        .toList());
    }

    /** The booking is paid. */
    public void assign(String bookingId) {
        jdbc.update("update flight_seat set state = 'ASSIGNED' where booking_id = ? and state = 'HELD'", bookingId);
    }

    /** The booking gives all its seats back. */
    public void free(String bookingId) {
        jdbc.update("delete from flight_seat where booking_id = ?", bookingId);
    }

    /** The booking gives all its seats on that flight back. */
    public void free(long flightId, String bookingId) {
        jdbc.update("delete from flight_seat where flight_id = ? and booking_id = ?", flightId, bookingId);
    }

    /** The booking gives these passengers' seats on that flight back, and these seats; how many it still has. */
    public int free(long flightId, String bookingId, Collection<String> passengers, Collection<String> numbers) {
        int left = 0;
        for (TakenSeat seat : ofBooking(flightId, bookingId)) {
            if (passengers.contains(seat.passengerId()) || numbers.contains(seat.number())) {
                jdbc.update("delete from flight_seat where flight_id = ? and seat_no = ?", flightId, seat.number());
            } else {
                left++;
            }
        }
        return left;
    }

    private static TakenSeat seat(ResultSet row, int n) throws SQLException {
        return new TakenSeat(
                row.getString("seat_no"),
                Cabin.of(row.getString("cabin")),
                row.getString("booking_id"),
                row.getString("passenger_id"),
                row.getBoolean("child"),
                SeatState.valueOf(row.getString("state")));
    }
}
