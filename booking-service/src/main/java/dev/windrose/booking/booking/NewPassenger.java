package dev.windrose.booking.booking;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who is to travel. */
public record NewPassenger(
        String firstName, String lastName, @Nullable LocalDate dateOfBirth, PassengerType type) {}
