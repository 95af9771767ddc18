package dev.windrose.flight.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hold as stored, without its segments. */
record HoldRow(
        String bookingId,
        @Nullable String fingerprint,
        HoldState state,
        int quantity,
        @Nullable Instant expiresAt,
        @Nullable StoredRefusal refusal) {

    HoldRow become(HoldState next) {
        return new HoldRow(bookingId, fingerprint, state.become(next), quantity, expiresAt, refusal);
    }

    boolean hasLapsed(Instant now) {
        return state == HoldState.HELD && expiresAt != null && !expiresAt.isAfter(now);
    }
}
