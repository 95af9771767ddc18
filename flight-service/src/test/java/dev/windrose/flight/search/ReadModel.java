package dev.windrose.flight.search;

import dev.windrose.flight.changes.FlightChangeFeed;
import dev.windrose.flight.changes.FlightChangeSettings;
import dev.windrose.flight.changes.PurgeFlightChanges;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model of another replica, for those that listen to it. */
public final class ReadModel implements AutoCloseable {
    private static final SearchSettings SETTINGS = new SearchSettings(Duration.ofMinutes(60), 0.5);
    private static final Clock CLOCK = Clock.systemUTC();

    private final TimetableStore store;
    private final TimetableFollower follower;
    private final List<TimetableListener> listeners = new ArrayList<>();

    public ReadModel(JdbcClient jdbc, FlightChangeSettings changes) {
        store = new TimetableStore(new TimetableTables(jdbc), CLOCK);
        follower = new TimetableFollower(
                new FlightChangeFeed(jdbc, changes),
                new PurgeFlightChanges(jdbc, changes),
                store,
                new Staleness(CLOCK),
                new TimetableSettings(Duration.ofMillis(50), Duration.ofMinutes(5)),
                changes,
                listeners);
    }

    public LowestFares lowestFares() {
        return new LowestFares(store, SETTINGS, CLOCK);
    }

    public FlightsOnSale flightsOnSale() {
        return new FlightsOnSale(store, SETTINGS, CLOCK);
    }

    public Places places() {
        return new Places(store);
    }

    public void start(TimetableListener listener) {
        listeners.add(listener);
        follower.start();
    }

    @Override
    public void close() {
        follower.stop();
    }
}
