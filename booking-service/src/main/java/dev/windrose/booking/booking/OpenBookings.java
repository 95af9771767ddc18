package dev.windrose.booking.booking;

import dev.windrose.defaults.time.Utc;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many unpaid bookings a customer has; counted under a lock, so that two requests can't both take the last place. */
@Component
class OpenBookings {
    private final JdbcClient jdbc;
    private final int allowed;

    OpenBookings(JdbcClient jdbc, BookingSettings settings) {
        this.jdbc = jdbc;
        this.allowed = settings.maxOpenPerUser();
    }

    /** Until the transaction ends nobody else opens a booking for this customer. */
    void lock(String userId) {
        jdbc.sql("insert into booking_user (user_id) values (?) on duplicate key update user_id = user_id")
                .param(userId)
                .update();
    }

    void requireRoomForOne(String userId, Instant now) {
        long open = jdbc.sql("select count(*) from booking where user_id = ? and (state in ('INITIATED', 'PAYING')"
                        + " or (state = 'PENDING_PAYMENT' and expires_at > ?))")
                .params(userId, Utc.column(now))
                .query(Long.class)
                .single();
        if (open >= allowed) {
            throw BookingConflict.tooManyOpen(allowed);
        }
    }
}
