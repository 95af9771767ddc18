package dev.windrose.flight.inventory;

import dev.windrose.defaults.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of holds. A duplicate key on an insert means: this booking has had its answer. */
@Component
class Holds {
    private static final String INSERT =
            "insert into seat_hold (booking_id, fingerprint, state, quantity, expires_at, refusal, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "select booking_id, fingerprint, state, quantity, expires_at, refusal from seat_hold where ";
    /** Guards that the flights are still as the offer says: fewer rows than segments, and it is stale. */
    private static final String INSERT_SEGMENTS = """
            insert into hold_segment (booking_id, flight_id, cabin, qty, price_minor, currency, state, expires_at)
            select ?, c.flight_id, c.cabin, ?, c.price_minor, f.currency, 'HELD', ?
            from flight_cabin c join flight f on f.id = c.flight_id
            where\s""";

    private static final String ONE_SEGMENT =
            "(c.flight_id = ? and c.cabin = ? and f.status = ? and f.currency = ? and f.departs_at = ? and f.arrives_at = ?)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Holds(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insertHeld(BookingId id, SeatRequest request, Instant now) {
        insert(id, HoldState.HELD, request, null, now);
    }

    void insertRefused(BookingId id, SeatRequest request, HoldRefused refused, Instant now) {
        insert(id, HoldState.TOMBSTONE, request, json.writeValueAsString(refused.toStore()), now);
    }

    void insertDeleted(BookingId id, Instant now) {
        insert(id, HoldState.TOMBSTONE, null, null, now);
    }

    /** Writes the seats of a hold at the prices of the locked cabins; {@link OfferStale} if a flight isn't as the offer says. */
    void insertSegments(BookingId id, Offer offer) {
        List<CabinKey> cabins = offer.request().cabins();
        List<Object> params = new ArrayList<>(List.of(
                id.value(),
                offer.request().quantity(),
                Utc.column(offer.request().expiresAt())));
        for (CabinKey cabin : cabins) {
            FlightFacts flight = offer.flight(cabin.flightId());
            params.addAll(List.of(
                    cabin.flightId(),
                    cabin.cabin(),
                    flight.status(),
                    flight.currency(),
                    Utc.column(flight.departsAt()),
                    Utc.column(flight.arrivesAt())));
        }
        String where = String.join(" or ", Collections.nCopies(cabins.size(), ONE_SEGMENT));
        if (jdbc.sql(INSERT_SEGMENTS + where).params(params).update() != cabins.size()) {
            throw new OfferStale();
        }
    }

    Optional<HoldRow> find(BookingId id) {
        return jdbc.sql(SELECT + "booking_id = ?")
                .param(id.value())
                .query(this::hold)
                .optional();
    }

    /** Locked until the transaction ends; always before any cabin's row. */
    Optional<HoldRow> lock(BookingId id) {
        return jdbc.sql(SELECT + "booking_id = ? for update")
                .param(id.value())
                .query(this::hold)
                .optional();
    }

    /** What counts, in the order of ids. */
    List<HoldRow> counting(String after, int limit) {
        String one = "(" + SELECT + "state = ? and booking_id > ? order by booking_id limit ?)";
        return jdbc.sql(one + " union all " + one + " order by booking_id limit ?")
                .params(HoldState.HELD.name(), after, limit, HoldState.SOLD.name(), after, limit, limit)
                .query(this::hold)
                .list();
    }

    List<SegmentRow> segments(Collection<String> bookingIds) {
        if (bookingIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select booking_id, flight_id, cabin, qty, price_minor, currency, state from hold_segment"
                        + " where booking_id in (:ids) order by booking_id, flight_id, cabin")
                .param("ids", bookingIds)
                .query((row, n) -> new SegmentRow(
                        row.getString("booking_id"),
                        new CabinKey(row.getLong("flight_id"), row.getString("cabin")),
                        row.getInt("qty"),
                        row.getLong("price_minor"),
                        row.getString("currency"),
                        HoldState.valueOf(row.getString("state"))))
                .list();
    }

    /** Moves a locked hold and those of its segments that are in the same state. */
    HoldRow become(HoldRow hold, HoldState next) {
        HoldRow moved = hold.become(next);
        String state = moved.state().name();
        jdbc.sql("update seat_hold set state = ? where booking_id = ?")
                .params(state, hold.bookingId())
                .update();
        jdbc.sql("update hold_segment set state = ? where booking_id = ? and state = ?")
                .params(state, hold.bookingId(), hold.state().name())
                .update();
        return moved;
    }

    /** Takes so many of a locked hold's seats on a flight from it; with the last ones the flight is released, its row as it was. */
    void give(SegmentRow segment, int qty) {
        String what = qty == segment.qty() ? "state = 'RELEASED'" : "qty = qty - " + qty;
        jdbc.sql("update hold_segment set " + what + " where booking_id = ? and flight_id = ? and cabin = ?")
                .params(
                        segment.bookingId(),
                        segment.cabin().flightId(),
                        segment.cabin().cabin())
                .update();
    }

    /** Who holds seats of a cabin past their deadline, longest lapsed first. */
    List<Lapsed> lapsed(CabinKey cabin, Instant now, int max) {
        return jdbc.sql("select booking_id, qty from hold_segment where flight_id = ? and cabin = ? and state = 'HELD'"
                        + " and expires_at <= ? order by expires_at limit ?")
                .params(cabin.flightId(), cabin.cabin(), Utc.column(now), max)
                .query((row, n) -> new Lapsed(new BookingId(row.getString("booking_id")), row.getInt("qty")))
                .list();
    }

    /** Tombstones from before then, oldest first, locked; without those that somebody else is at. */
    List<String> lockTombstones(Instant before, int max) {
        return jdbc.sql("select booking_id from seat_hold where state = 'TOMBSTONE' and created_at < ?"
                        + " order by created_at limit ? for update skip locked")
                .params(Utc.column(before), max)
                .query(String.class)
                .list();
    }

    void delete(Collection<String> bookingIds) {
        if (!bookingIds.isEmpty()) {
            jdbc.sql("delete from seat_hold where booking_id in (:ids)")
                    .param("ids", bookingIds)
                    .update();
        }
    }

    record Lapsed(BookingId bookingId, int qty) {}

    private void insert(
            BookingId id, HoldState state, @Nullable SeatRequest request, @Nullable String refusal, Instant now) {
        jdbc.sql(INSERT)
                .params(Arrays.asList(
                        id.value(),
                        request == null ? null : request.fingerprint(),
                        state.name(),
                        request == null ? 0 : request.quantity(),
                        request == null ? null : Utc.column(request.expiresAt()),
                        refusal,
                        Utc.column(now)))
                .update();
    }

    private HoldRow hold(ResultSet row, int n) throws SQLException {
        String refusal = row.getString("refusal");
        return new HoldRow(
                row.getString("booking_id"),
                row.getString("fingerprint"),
                HoldState.valueOf(row.getString("state")),
                row.getInt("quantity"),
                Utc.nullableInstant(row, "expires_at"),
                refusal == null ? null : json.readValue(refusal, StoredRefusal.class));
    }
}
