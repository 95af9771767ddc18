package dev.windrose.booking.booking;

import dev.windrose.booking.flight.FlightClient;
import dev.windrose.booking.flight.ReleaseOutcome;
import dev.windrose.booking.flight.ReleasedPart;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** As {@link OwedReleases}, of parts of bookings that go on: each is told by its own id and the same words, however often. */
@Service
public class OwedPartReleases {
    private static final Logger log = LoggerFactory.getLogger(OwedPartReleases.class);
    private static final TypeReference<List<ReleasedPart>> PARTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final FlightClient flights;
    private final JsonMapper json;
    private final DueReleases debts;

    OwedPartReleases(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            FlightClient flights,
            JsonMapper json,
            @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.flights = flights;
        this.json = json;
        this.debts = new DueReleases(jdbc, transaction, clock, "part_release_owed", "release_id");
    }

    /** Writes the debt down in the caller's transaction. */
    void owe(PartRelease release) {
        jdbc.sql("insert into part_release_owed (release_id, booking_id, parts, due_at) values (?, ?, ?, ?)")
                .params(
                        release.releaseId(),
                        release.bookingId(),
                        json.writeValueAsString(release.parts()),
                        debts.firstDue())
                .update();
    }

    /** Asks once, outside any transaction; false if flight-service gave no answer, then the job goes on. */
    boolean attempt(PartRelease release) {
        ReleaseOutcome outcome = flights.releasePart(release.bookingId(), release.releaseId(), release.parts());
        if (outcome == ReleaseOutcome.DONE) {
            ProtocolStep.RELEASE_DONE.reached();
            debts.paid(release.releaseId());
        } else if (outcome == ReleaseOutcome.REFUSED) {
            log.error(
                    "the release {} of booking {} is refused, and stays owed",
                    release.releaseId(),
                    release.bookingId());
        }
        return outcome != ReleaseOutcome.UNKNOWN;
    }

    /** Pays what is due, until flight-service stops answering. */
    public void payDue() {
        List<String> claimed;
        do {
            claimed = debts.claim();
        } while (!claimed.isEmpty() && claimed.stream().allMatch(this::attemptClaimed));
    }

    private boolean attemptClaimed(String releaseId) {
        Optional<PartRelease> release = jdbc.sql("select booking_id, parts from part_release_owed where release_id = ?")
                .param(releaseId)
                .query((row, n) -> new PartRelease(
                        row.getString("booking_id"), releaseId, json.readValue(row.getString("parts"), PARTS)))
                .optional();
        return release.map(this::attempt).orElse(true);
    }
}
