package dev.windrose.booking.flight;

import dev.windrose.defaults.problem.ProblemException;

/** What came of asking flight-service for seats with numbers. */
public sealed interface SeatsOutcome {

    /** All seats that the booking now has on the flight. */
    record Given(SeatAssignments seats) implements SeatsOutcome {}

    /** Nothing was changed; what the caller is to be told. */
    record Refused(ProblemException problem) implements SeatsOutcome {}

    /** The booking, or one of the passengers, has no place on the flight any more. */
    record Gone() implements SeatsOutcome {}

    /** No answer that can be trusted: it may have happened or not, ask again. */
    record Unknown() implements SeatsOutcome {}
}
