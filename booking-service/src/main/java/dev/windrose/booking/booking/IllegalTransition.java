package dev.windrose.booking.booking;

/** A state was to follow one that it can't: an error in the code, not the caller's. */
public final class IllegalTransition extends IllegalStateException {
    IllegalTransition(Enum<?> from, Enum<?> to) {
        super(from + " can't become " + to);
    }
}
