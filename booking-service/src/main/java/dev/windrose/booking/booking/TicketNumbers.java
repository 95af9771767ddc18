package dev.windrose.booking.booking;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each passenger a ticket number: the first airline's accounting code and ten digits never given before. */
@Component
class TicketNumbers {
    private final JdbcClient jdbc;

    TicketNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> allocate(Booking booking) {
        int count = booking.passengers().size();
        String rows = String.join(
                ", ",
                IntStream.rangeClosed(1, count)
                        .mapToObj(passenger -> "(:booking, " + passenger + ")")
                        .toList());
        jdbc.sql("insert into ticket (booking_id, passenger) values " + rows)
                .param("booking", booking.id())
                .update();
        String airline = booking.segments().get(0).accountingCode();
        return jdbc
                .sql("select serial from ticket where booking_id = ? order by passenger")
                .param(booking.id())
                .query(Long.class)
                .list()
                .stream()
                .map(serial -> "%s%010d".formatted(airline, serial))
                .toList();
    }
}
