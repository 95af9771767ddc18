package dev.windrose.booking.booking;

import dev.windrose.defaults.lifecycle.CrashPoints;

/**
 * The steps of the booking protocol at which a process may die and nothing may be lost: the one list of the crash points of this
 * service. Tests name them in {@code WINDROSE_CRASH_AT}; what follows a crash at each is said beside it.
 */
enum ProtocolStep {
    /** INITIATED is stored, nothing asked of flight-service yet: a retry with the key goes on, else recovery ends it as FAILED. */
    BOOKING_INITIATED("booking.initiated"),
    /** The hold was answered, its price not stored: a retry gets the same hold, else recovery releases it. */
    BOOKING_HELD("booking.held"),
    /** PENDING_PAYMENT and its answer are stored, nobody was told: a retry is given the stored answer. */
    BOOKING_STORED("booking.stored"),
    /** PAYING and AUTHORIZED are stored: recovery, or a retry with the key, goes forward to the confirmation. */
    PAYMENT_AUTHORIZED("payment.authorized"),
    /** The seats are sold, the capture not stored: as before; confirming again gives the same answer. */
    PAYMENT_CONFIRMED("payment.confirmed"),
    /** CONFIRMED, CAPTURED, tickets, event and answer are stored, nobody was told: a retry is given the stored answer. */
    PAYMENT_CAPTURED("payment.captured"),
    /** flight-service has seated them, nothing is stored here: checking in again takes the seats they have. */
    CHECK_IN_SEATED("check-in.seated"),
    /** Checked in, with event and answer, nobody was told: a retry is given the same. */
    CHECK_IN_STORED("check-in.stored"),
    /** EXPIRED is stored with its event and the release owed: the release job pays that. */
    EXPIRY_EXPIRED("expiry.expired"),
    /** The cancellation, of all or a part, is stored with its refund, event, answer and the release owed: the release job pays that, a retry is given the answer. */
    CANCELLATION_STORED("cancellation.stored"),
    /** flight-service has released all or a part, the debt still stands here: it is paid again, which changes nothing. */
    RELEASE_DONE("release.done");

    private final String point;

    ProtocolStep(String point) {
        this.point = point;
    }

    /** Called where the step has been made. */
    void reached() {
        CrashPoints.reach(point);
    }
}
