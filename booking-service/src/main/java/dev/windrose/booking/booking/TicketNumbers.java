package dev.windrose.booking.booking;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each passenger who flies a ticket number: the first airline's accounting code and ten digits never given before. */
@Component
class TicketNumbers {
    private final JdbcClient jdbc;

    TicketNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the numbers of the passengers, from 1. */
    Map<Integer, String> allocate(Booking booking) {
        StillBooked trip = booking.stillBooked();
        String rows = trip.passengers().stream()
                .map(passenger -> "(:booking, " + passenger + ")")
                .collect(Collectors.joining(", "));
        jdbc.sql("insert into ticket (booking_id, passenger) values " + rows)
                .param("booking", booking.id())
                .update();
        String airline = trip.segments().get(0).accountingCode();
        return jdbc
                .sql("select passenger, serial from ticket where booking_id = ?")
                .param(booking.id())
                .query((row, n) -> Map.entry(row.getInt("passenger"), row.getLong("serial")))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, serial -> "%s%010d".formatted(airline, serial.getValue())));
    }
}
