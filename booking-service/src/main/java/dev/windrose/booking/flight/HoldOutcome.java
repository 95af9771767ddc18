package dev.windrose.booking.flight;

import dev.windrose.defaults.problem.ProblemException;

/** What came of asking flight-service for seats, or to sell them. */
public sealed interface HoldOutcome {
    /** The seats are ours. */
    record Done(Hold hold) implements HoldOutcome {}

    /** Refused for good, with what the caller is to be told. */
    record Refused(ProblemException problem) implements HoldOutcome {}

    /** Released, reclaimed, or never there; it won't come back. */
    record Gone() implements HoldOutcome {}

    /** No answer that can be trusted: it may have happened or not, ask again with the same id. */
    record Unknown() implements HoldOutcome {}
}
