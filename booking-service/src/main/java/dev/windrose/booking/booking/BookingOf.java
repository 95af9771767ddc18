package dev.windrose.booking.booking;

/** Whose booking a request names. @param path of the request, for the problem document if there is one to be stored */
public record BookingOf(String userId, String reference, String path) {
    /** What can't be a reference is not found, and never reaches the database. */
    public BookingOf {
        if (!BookingReference.isWellFormed(reference)) {
            throw new BookingNotFound();
        }
    }
}
