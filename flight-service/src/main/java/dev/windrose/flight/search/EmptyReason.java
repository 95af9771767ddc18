package dev.windrose.flight.search;

/** Why a result is empty. */
public enum EmptyReason {
    /** No flight ever joins the two places. */
    NO_ROUTE,
    /** None with that cabin is offered that day. */
    NO_FLIGHTS,
    /** None of those offered has that many seats left. */
    SOLD_OUT,
    /** Those that have are all held back by a filter, or priced in another currency. */
    FILTERED_OUT
}
