package dev.windrose.flight.inventory;

import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.seats.FlightSeats;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Gives back a part of a booking's seats, held or sold, once per id of the release; the booking keeps the others.
 *
 * <p>Points at which a test may kill the process: {@code flight.part-release-before-commit}: as it was; {@code
 * flight.part-release-committed}: released, not answered.
 */
@Service
public class ReleaseParts {
    private final InventoryTransactions transactions;
    private final Holds holds;
    private final PartReleases releases;
    private final Cabins cabins;
    private final FlightSeats seats;
    private final FlightChangeLog changes;
    private final InventoryQueue queue;
    private final Clock clock;

    ReleaseParts(
            InventoryTransactions transactions,
            Holds holds,
            PartReleases releases,
            Cabins cabins,
            FlightSeats seats,
            FlightChangeLog changes,
            InventoryQueue queue,
            @Qualifier("databaseClock") Clock clock) {
        this.transactions = transactions;
        this.holds = holds;
        this.releases = releases;
        this.cabins = cabins;
        this.seats = seats;
        this.changes = changes;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Afterwards the booking hasn't these seats; again, and nothing more happens. Of a hold that is gone nothing is left to give back. Who
     * gives back the last seat has no hold any more.
     *
     * @throws dev.windrose.defaults.problem.ProblemException 404 {@code hold_not_found}; 422 {@code release_mismatch} if this release gave
     *     back something else; 409 {@code release_exceeds_hold}, {@code release_leaves_seats}
     */
    public void release(BookingId id, UUID releaseId, PartRelease release) {
        queue.settle(() -> {
            boolean now = transactions.run(() -> releaseOnce(id, releaseId, release));
            CrashPoints.reach("flight.part-release-committed");
            return now;
        });
    }

    private boolean releaseOnce(BookingId id, UUID releaseId, PartRelease release) {
        HoldRow hold = holds.lock(id).orElseThrow(HoldNotFound::new);
        Optional<String> before = releases.fingerprintOf(id.value(), releaseId);
        if (before.isPresent()) {
            if (!before.get().equals(release.fingerprint())) {
                throw ReleaseRefused.otherBody();
            }
            return false;
        }
        if (!hold.state().counts()) {
            return false;
        }
        giveBack(hold, release);
        releases.insert(id.value(), releaseId, release, clock.instant());
        CrashPoints.reach("flight.part-release-before-commit");
        return true;
    }

    private void giveBack(HoldRow hold, PartRelease release) {
        Map<CabinKey, SegmentRow> kept = new TreeMap<>();
        holds.segments(List.of(hold.bookingId())).stream()
                .filter(segment -> segment.state().counts())
                .forEach(segment -> kept.put(segment.cabin(), segment));
        List<SegmentRow> given = new ArrayList<>();
        for (PartRelease.Part part : release.parts()) {
            CabinKey cabin = part.segment().key();
            SegmentRow segment = kept.get(cabin);
            if (segment == null || segment.qty() < part.qty()) {
                throw ReleaseRefused.moreThanHeld(cabin);
            }
            given.add(segment.withQty(part.qty()));
            holds.give(segment, part.qty());
            if (segment.qty() == part.qty()) {
                kept.remove(cabin);
            } else {
                kept.put(cabin, segment.withQty(segment.qty() - part.qty()));
            }
        }
        if (kept.isEmpty()) {
            holds.become(hold, HoldState.RELEASED);
        }
        changes.offersChanged(cabins.giveBack(Cabins.Move.release(given)));
        release.parts()
                .forEach(part -> freeSeats(
                        hold.bookingId(), part, kept.get(part.segment().key())));
    }

    /** @param kept null if no place on the flight is left */
    private void freeSeats(String bookingId, PartRelease.Part part, @Nullable SegmentRow kept) {
        CabinKey cabin = part.segment().key();
        releases.insertPassengers(bookingId, cabin.flightId(), part.passengers());
        if (kept == null) {
            seats.free(cabin.flightId(), bookingId);
        } else if (seats.free(cabin.flightId(), bookingId, part.passengers(), part.seats()) > kept.qty()) {
            throw ReleaseRefused.seatsLeftOver(cabin);
        }
    }
}
