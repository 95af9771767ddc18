package dev.windrose.flight.inventory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.windrose.flight.changes.OfferChange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows that decide. They are locked in the order of {@link CabinKey}, by one statement that walks the primary key (forced, since
 * on a small table the optimiser would rather scan it, and a scan waits for rows that aren't asked for).
 */
@Component
class Cabins {
    private static final String SELECT =
            "select flight_id, cabin, price_minor, capacity, held, sold from flight_cabin force index (primary) where ";
    private static final String ONE = "(flight_id = ? and cabin = ?)";

    private static final String COUNT = "update flight_cabin set held = held + ?, sold = sold + ? where " + ONE;

    private final JdbcTemplate jdbc;

    Cabins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** As last committed: advice, for refusing early and for what the locked rows will be compared with. */
    Map<CabinKey, CabinRow> read(List<CabinKey> cabins) {
        return select(cabins, "");
    }

    /** Locked until the transaction ends: this read decides. */
    Map<CabinKey, CabinRow> lock(List<CabinKey> cabins) {
        return select(cabins, " order by flight_id, cabin for update");
    }

    /** Counts seats up or down, row by row in the order of locks. */
    void count(SortedMap<CabinKey, Move> moves) {
        moves.forEach((cabin, move) -> jdbc.update(COUNT, move.held(), move.sold(), cabin.flightId(), cabin.cabin()));
    }

    /** How often numbered seats of a locked cabin were changed, this time included if they are now. */
    long seatsVersion(CabinKey cabin, boolean changed) {
        if (changed) {
            jdbc.update(
                    "update flight_cabin set seats_version = seats_version + 1 where " + ONE,
                    cabin.flightId(),
                    cabin.cabin());
        }
        Long version = jdbc.queryForObject(
                "select seats_version from flight_cabin where " + ONE, Long.class, cabin.flightId(), cabin.cabin());
        return requireNonNull(version);
    }

    /** Counts seats given back, and tells what searches must know of it. The rows are read once they are locked by the count. */
    List<OfferChange> giveBack(SortedMap<CabinKey, Move> moves) {
        count(moves);
        if (moves.isEmpty()) {
            return List.of();
        }
        Map<CabinKey, CabinRow> counted = read(List.copyOf(moves.keySet()));
        return moves.entrySet().stream()
                .filter(move -> counted.containsKey(move.getKey()))
                .map(move -> requireNonNull(counted.get(move.getKey()))
                        .before(move.getValue())
                        .whenTaken(move.getValue().taken()))
                .toList();
    }

    /** What is added to the counters of a cabin. */
    record Move(int held, int sold) {
        int taken() {
            return held + sold;
        }

        static SortedMap<CabinKey, Move> hold(List<CabinKey> cabins, int quantity) {
            return new TreeMap<>(cabins.stream().collect(toMap(cabin -> cabin, cabin -> new Move(quantity, 0))));
        }

        static SortedMap<CabinKey, Move> sell(List<SegmentRow> segments) {
            return of(segments, segment -> new Move(-segment.qty(), segment.qty()));
        }

        static SortedMap<CabinKey, Move> release(List<SegmentRow> segments) {
            return of(
                    segments,
                    segment -> segment.state() == HoldState.SOLD
                            ? new Move(0, -segment.qty())
                            : new Move(-segment.qty(), 0));
        }

        private static SortedMap<CabinKey, Move> of(List<SegmentRow> segments, Function<SegmentRow, Move> move) {
            SortedMap<CabinKey, Move> moves = new TreeMap<>();
            segments.stream()
                    .filter(segment -> segment.state().counts())
                    .forEach(segment -> moves.put(segment.cabin(), move.apply(segment)));
            return moves;
        }
    }

    private Map<CabinKey, CabinRow> select(List<CabinKey> cabins, String end) {
        String sql = SELECT + String.join(" or ", Collections.nCopies(cabins.size(), ONE)) + end;
        Object[] keys = cabins.stream()
                .flatMap(cabin -> List.<Object>of(cabin.flightId(), cabin.cabin()).stream())
                .toArray();
        return jdbc
                .query(
                        sql,
                        (row, n) -> new CabinRow(
                                new CabinKey(row.getLong("flight_id"), row.getString("cabin")),
                                row.getLong("price_minor"),
                                row.getInt("capacity"),
                                row.getInt("held"),
                                row.getInt("sold")),
                        keys)
                .stream()
                .collect(toMap(CabinRow::key, cabin -> cabin));
    }
}
