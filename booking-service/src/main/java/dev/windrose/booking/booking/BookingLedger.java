package dev.windrose.booking.booking;

import dev.windrose.booking.flight.Hold;
import dev.windrose.defaults.idempotency.IdempotencyKey;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.idempotency.IdempotencyKeys.Claim;
import dev.windrose.defaults.idempotency.StoredAnswer;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a booking's beginning; what lies between them happens in {@link BookSeats}. */
@Component
class BookingLedger {
    private static final Logger log = LoggerFactory.getLogger(BookingLedger.class);

    private final BookingRepository bookings;
    private final OpenBookings openBookings;
    private final OwedReleases releases;
    private final IdempotencyKeys keys;
    private final Answers answers;
    private final BookingActions actions;
    private final BookingSettings settings;
    private final Clock clock;

    BookingLedger(
            BookingRepository bookings,
            OpenBookings openBookings,
            OwedReleases releases,
            IdempotencyKeys keys,
            Answers answers,
            BookingActions actions,
            BookingSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.openBookings = openBookings;
        this.releases = releases;
        this.keys = keys;
        this.answers = answers;
        this.actions = actions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether no request came with this key before, so that a refusal keeps nothing from being repeated. */
    boolean isNew(IdempotencyKey key) {
        return keys.isNew(key);
    }

    /** How a request to book begins. */
    sealed interface Begun {
        /** Nothing is to be done: it was done before. */
        record Answered(StoredAnswer answer) implements Begun {}

        /** Seats are to be held, for a new booking or for one that an earlier try left. */
        record Initiated(String bookingId, Instant expiresAt) implements Begun {}
    }

    @Transactional
    Begun begin(Customer customer, NewBooking wish, @Nullable IdempotencyKey key) {
        openBookings.lock(customer.id());
        Claim claim = key == null ? new Claim.Fresh() : keys.claim(key);
        if (claim instanceof Claim.Answered answered) {
            return new Begun.Answered(answered.answer());
        }
        if (claim instanceof Claim.Resume earlier) {
            Booking booking = bookings.findById(earlier.subject())
                    .filter(b -> b.is(BookingState.INITIATED) && !b.isDue(clock.instant()))
                    .orElse(null);
            if (booking != null) {
                return new Begun.Initiated(booking.id(), booking.expiresAt());
            }
        }
        Booking booking = initiate(customer, wish);
        if (key != null) {
            keys.attach(key, booking.id());
        }
        return new Begun.Initiated(booking.id(), booking.expiresAt());
    }

    private Booking initiate(Customer customer, NewBooking wish) {
        Instant now = clock.instant();
        openBookings.requireRoomForOne(customer.id(), now);
        Booking booking = new Booking(
                UUID.randomUUID().toString(),
                BookingReference.random(),
                customer,
                wish,
                now,
                now.plus(settings.paymentWindow()));
        booking.recoverFrom(now.plus(settings.recoveryAge()));
        return bookings.saveAndFlush(booking);
    }

    /** Price, deadline and answer together; 503 if the recovery job has ended the booking meanwhile. */
    @Transactional
    StoredAnswer store(String bookingId, Hold hold, @Nullable IdempotencyKey key) {
        Booking booking = bookings.lock(bookingId)
                .filter(b -> b.is(BookingState.INITIATED))
                .orElseThrow(() -> endedMeanwhile(bookingId));
        booking.holdAs(hold);
        Instant now = clock.instant();
        BookingView view = BookingView.of(booking, List.of(), List.of(), actions.timesOf(booking, now), now);
        StoredAnswer answer = answers.created(view, "/api/v1/bookings/" + booking.reference());
        if (key != null) {
            keys.answer(key, answer);
        }
        return answer;
    }

    private static ProblemException endedMeanwhile(String bookingId) {
        log.warn("booking {} was ended by the recovery job while its seats were being held", bookingId);
        return Problems.unavailable();
    }

    /** It was refused: nothing is held, and the next try with the key begins anew. */
    @Transactional
    void refuse(String bookingId) {
        bookings.lock(bookingId).filter(b -> b.is(BookingState.INITIATED)).ifPresent(booking -> {
            booking.fail();
            keys.forgetSubject(bookingId);
        });
    }

    /** A retry may take the booking up at once. */
    @Transactional
    void letGo(IdempotencyKey key) {
        keys.release(key);
    }

    /** Ends what nobody goes on with: whatever is held for it is to be released. False if somebody is still at it. */
    @Transactional
    boolean abandon(String bookingId) {
        Booking booking = bookings.lock(bookingId)
                .filter(b -> b.is(BookingState.INITIATED))
                .orElse(null);
        if (booking == null || keys.isLeased(bookingId)) {
            return false;
        }
        booking.fail();
        keys.forgetSubject(bookingId);
        releases.owe(bookingId);
        return true;
    }
}
