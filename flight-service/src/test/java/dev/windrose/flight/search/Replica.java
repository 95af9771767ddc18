package dev.windrose.flight.search;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.flight.changes.FlightChangeFeed;
import dev.windrose.flight.changes.FlightChangeSettings;
import dev.windrose.flight.changes.PurgeFlightChanges;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The read model of another replica of the service, on the same database, with nothing in common but that. */
final class Replica implements AutoCloseable {
    private static final SearchSettings SETTINGS = new SearchSettings(Duration.ofMinutes(60), 0.5);

    final TimetableStore store;
    final FlightSearch search;
    private final TimetableFollower follower;

    Replica(JdbcClient jdbc, FlightChangeSettings changes) {
        Clock clock = Clock.systemUTC();
        store = new TimetableStore(new TimetableTables(jdbc), clock);
        follower = new TimetableFollower(
                new FlightChangeFeed(jdbc, changes),
                new PurgeFlightChanges(jdbc, changes),
                store,
                new Staleness(clock),
                new TimetableSettings(Duration.ofMillis(50), Duration.ofMinutes(5)),
                changes,
                List.of());
        follower.start();
        search = new FlightSearch(
                store, new SearchCursors(new Cursors(clock)), new RenderItineraries(new JsonMapper()), SETTINGS, clock);
    }

    @Override
    public void close() {
        follower.stop();
    }
}
