package dev.windrose.flight.inventory;

import dev.windrose.defaults.time.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of what was given back of holds that go on. Read and written with the hold's row locked. */
@Component
class PartReleases {
    private final JdbcTemplate jdbc;

    PartReleases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> fingerprintOf(String bookingId, UUID releaseId) {
        return jdbc
                .queryForList(
                        "select fingerprint from hold_release where booking_id = ? and release_id = ?",
                        String.class,
                        bookingId,
                        releaseId.toString())
                .stream()
                .findFirst();
    }

    void insert(String bookingId, UUID releaseId, PartRelease release, Instant now) {
        jdbc.update(
                "insert into hold_release (booking_id, release_id, fingerprint, released_at) values (?, ?, ?, ?)",
                bookingId,
                releaseId.toString(),
                release.fingerprint(),
                Utc.column(now));
    }

    void insertPassengers(String bookingId, long flightId, Collection<String> passengers) {
        jdbc.batchUpdate(
                "insert ignore into released_passenger (booking_id, flight_id, passenger_id) values (?, ?, ?)",
                passengers.stream()
                        .map(passenger -> new Object[] {bookingId, flightId, passenger})
                        .toList());
    }

    List<String> passengers(String bookingId, long flightId) {
        return jdbc.queryForList(
                "select passenger_id from released_passenger where booking_id = ? and flight_id = ?",
                String.class,
                bookingId,
                flightId);
    }
}
