package dev.windrose.booking.booking;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers those who check in for a flight, over all bookings, from 1; a number is never given twice. */
@Component
class CheckInSequences {
    private final JdbcClient jdbc;

    CheckInSequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of so many numbers in a row. The flight's counter is locked until the transaction ends. */
    int take(String flightId, int count) {
        jdbc.sql("insert into check_in_counter (flight_id, last_sequence) values (:flight, :count)"
                        + " on duplicate key update last_sequence = last_sequence + :count")
                .param("flight", flightId)
                .param("count", count)
                .update();
        return jdbc.sql("select last_sequence from check_in_counter where flight_id = ?")
                        .param(flightId)
                        .query(Integer.class)
                        .single()
                - count
                + 1;
    }
}
