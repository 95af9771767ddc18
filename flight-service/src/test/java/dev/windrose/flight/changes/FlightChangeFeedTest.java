package dev.windrose.flight.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.FlightServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No change is lost, in whatever order the transactions that wrote them commit. Flight ids here are of no flight at all. */
class FlightChangeFeedTest extends FlightServiceTest {
    private static final FlightChangeSettings SETTINGS =
            new FlightChangeSettings(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofHours(1));

    @Autowired
    private DataSource dataSource;

    private final AtomicLong nanos = new AtomicLong();
    private FlightChangeFeed feed;

    @BeforeEach
    void follow() {
        feed = new FlightChangeFeed(jdbc, SETTINGS, nanos::get);
        feed.begin();
        feed.look();
    }

    @Test
    void changesThatCommitOutOfOrderAreAllSeen() throws SQLException {
        try (Connection first = transaction();
                Connection second = transaction();
                Connection third = transaction()) {
            write(first, 900_001);
            write(second, 900_002);
            write(third, 900_003);
            third.commit();
            assertThat(feed.look().changed()).containsKeys(900_003L).doesNotContainKeys(900_001L, 900_002L);
            first.commit();
            assertThat(feed.look().changed()).containsKeys(900_001L).doesNotContainKeys(900_002L, 900_003L);
            assertThat(feed.look().changed()).doesNotContainKeys(900_001L, 900_002L, 900_003L);
            second.commit();
            assertThat(feed.look().changed()).containsKeys(900_002L);
        }
    }

    @Test
    void aChangeUnderWayWhenFollowingBeginsIsSeenWhenItCommits() throws SQLException {
        try (Connection early = transaction();
                Connection late = transaction()) {
            write(early, 900_011);
            write(late, 900_012);
            late.commit();
            feed.begin();
            assertThat(feed.look().changed()).containsKeys(900_012L);
            early.commit();
            assertThat(feed.look().changed()).containsOnlyKeys(900_011L);
        }
    }

    @Test
    void aRollbackLeavesAGapThatHoldsNothingUp() throws SQLException {
        try (Connection first = transaction();
                Connection second = transaction()) {
            write(first, 900_021);
            write(second, 900_022);
            second.commit();
            first.rollback();
            assertThat(feed.look().changed()).containsKeys(900_022L);
            nanos.addAndGet(TimeUnit.MINUTES.toNanos(11));
            assertThat(feed.look().changed()).doesNotContainKeys(900_021L);
            write(first, 900_023);
            first.commit();
            assertThat(feed.look().changed()).containsKeys(900_023L);
        }
    }

    @Test
    void aCatalogueChangeIsToldApart() {
        jdbc.sql("insert into flight_change (flight_id, changed_at) values (null, utc_timestamp(3))")
                .update();
        assertThat(feed.look().catalogue()).isTrue();
    }

    @Test
    void whoWasAwayForTooLongReadsEverythingAgain() {
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(31));
        assertThat(feed.look().missed()).isTrue();
        feed.begin();
        assertThat(feed.look().missed()).isFalse();
    }

    @Test
    void oldRowsArePurgedButTheNewestOfThemStays() {
        jdbc.sql("insert into flight_change (flight_id, changed_at) values"
                        + " (900031, utc_timestamp(3) - interval 3 hour), (900032, utc_timestamp(3) - interval 2 hour),"
                        + " (900033, utc_timestamp(3))")
                .update();
        new PurgeFlightChanges(jdbc, SETTINGS).purge();
        assertThat(jdbc.sql("select flight_id from flight_change where flight_id between 900031 and 900033 order by 1")
                        .query(Long.class)
                        .list())
                .containsExactly(900_032L, 900_033L);
    }

    private Connection transaction() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void write(Connection connection, long flight) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into flight_change (flight_id, changed_at) values (" + flight + ", utc_timestamp(3))");
        }
    }
}
