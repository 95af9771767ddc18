package dev.windrose.flight.changes;

import dev.windrose.flight.changes.ChangeWindow.Gap;
import dev.windrose.flight.changes.FlightChanges.LoggedOffer;
import dev.windrose.flight.changes.OfferChange.Offered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One follower's place in the log. Not for several threads: there is one read model in a process. */
@Component
public class FlightChangeFeed {
    private static final int ROWS_A_LOOK = 5_000;
    private static final int GAPS_A_QUERY = 200;

    private final JdbcClient jdbc;
    private final FlightChangeSettings settings;
    private final LongSupplier nanoTime;
    private ChangeWindow window;
    private long lastLook;

    /** A row of the log; {@code flightId} is null when the catalogue changed, {@code offer} unless price or seats did. */
    private record Row(
            long seq,
            @Nullable Long flightId,
            boolean created,
            @Nullable OfferChange offer) {}

    @Autowired
    public FlightChangeFeed(JdbcClient jdbc, FlightChangeSettings settings) {
        this(jdbc, settings, System::nanoTime);
    }

    FlightChangeFeed(JdbcClient jdbc, FlightChangeSettings settings, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.window = new ChangeWindow(0, settings.gapMemory().toNanos());
    }

    /**
     * Begins to follow, before the tables are read: with what was written longer ago than a transaction can last, and a cursor of search,
     * left behind, and all since then still to come, so that whatever the reading of the tables misses is among it.
     */
    public AsOf begin() {
        long behind = jdbc.sql(
                        "select seq from flight_change where changed_at < utc_timestamp(3) - interval ? second order by changed_at desc, seq desc limit 1")
                .param(settings.memory().toSeconds())
                .query(Long.class)
                .optional()
                .orElse(0L);
        window = new ChangeWindow(behind, settings.gapMemory().toNanos());
        lastLook = nanoTime.getAsLong();
        return window.asOf();
    }

    /** What became visible since the last look; up to some thousands of rows, the rest at the next. */
    public FlightChanges look() {
        long now = nanoTime.getAsLong();
        if (now - lastLook > settings.keep().toNanos() / 2) {
            return FlightChanges.allMissed();
        }
        List<Row> rows = rowsInGaps();
        List<Row> newer = rowsFromHighest();
        if (window.highest() > 0 && (newer.isEmpty() || newer.get(0).seq() != window.highest())) {
            return FlightChanges.allMissed();
        }
        rows.addAll(newer);
        FlightChanges changes = take(rows, newer.size() == ROWS_A_LOOK, now);
        window.giveUpOld(now);
        lastLook = now;
        return changes;
    }

    private FlightChanges take(List<Row> rows, boolean more, long now) {
        List<LoggedOffer> offers = new ArrayList<>();
        Map<Long, Long> created = new HashMap<>();
        Map<Long, Long> changed = new HashMap<>();
        boolean catalogue = false;
        for (Row row : rows) {
            if (!window.saw(row.seq(), now)) {
                continue;
            }
            if (row.flightId() == null) {
                catalogue = true;
            } else if (row.offer() != null) {
                offers.add(new LoggedOffer(row.seq(), row.offer()));
            } else {
                (row.created() ? created : changed).merge(row.flightId(), row.seq(), Math::max);
            }
        }
        return new FlightChanges(offers, created, changed, catalogue, false, more, window.asOf());
    }

    /** With the last row seen in front: if that is gone, the log was emptied or purged past us. */
    private List<Row> rowsFromHighest() {
        return read("seq >= ?", List.of(window.highest()));
    }

    private List<Row> rowsInGaps() {
        List<Row> rows = new ArrayList<>();
        List<Gap> gaps = window.gaps();
        for (int from = 0; from < gaps.size(); from += GAPS_A_QUERY) {
            List<Gap> some = gaps.subList(from, Math.min(from + GAPS_A_QUERY, gaps.size()));
            List<Object> bounds = new ArrayList<>();
            some.forEach(gap -> bounds.addAll(List.of(gap.from(), gap.to())));
            rows.addAll(read("seq between ? and ?" + " or seq between ? and ?".repeat(some.size() - 1), bounds));
        }
        return rows;
    }

    private List<Row> read(String where, List<Object> params) {
        return jdbc.sql("select seq, flight_id, created, cabin, price_minor, seats_available, prior_price_minor,"
                        + " prior_seats_available from flight_change where " + where + " order by seq limit "
                        + ROWS_A_LOOK)
                .params(params)
                .query((row, n) -> new Row(
                        row.getLong("seq"),
                        row.getObject("flight_id", Long.class),
                        row.getBoolean("created"),
                        row.getString("cabin") == null ? null : offer(row)))
                .list();
    }

    private static OfferChange offer(ResultSet row) throws SQLException {
        return new OfferChange(
                row.getLong("flight_id"),
                row.getString("cabin"),
                new Offered(row.getLong("prior_price_minor"), row.getInt("prior_seats_available")),
                new Offered(row.getLong("price_minor"), row.getInt("seats_available")));
    }
}
