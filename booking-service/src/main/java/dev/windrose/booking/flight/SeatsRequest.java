package dev.windrose.booking.flight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats wanted for passengers of a booking on a flight. */
public record SeatsRequest(String flightId, List<Wish> assignments) {
    public SeatsRequest {
        assignments = List.copyOf(assignments);
    }

    /** One passenger's. @param seat null: the one he has, else any. @param child not to sit in an exit row */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wish(String passengerId, @Nullable String seat, boolean child) {}
}
