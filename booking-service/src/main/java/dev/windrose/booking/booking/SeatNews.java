package dev.windrose.booking.booking;

import org.jspecify.annotations.Nullable;

/** A passenger whom the airline has seated elsewhere. @param seatsVersion null where nobody said: then it counts as the newest */
public record SeatNews(
        String bookingId,
        String passengerId,
        String seat,
        @Nullable Long seatsVersion) {}
