package dev.windrose.flight.changes;

/**
 * What a seat in a cabin costs, in minor units, or how many are left, is no longer what it was. To be made from the row as it was read under its lock.
 *
 * @param flightId of the flight
 * @param cabin the cabin's name
 * @param before as it was until this transaction
 * @param after as it is from its commit on
 */
public record OfferChange(long flightId, String cabin, Offered before, Offered after) {

    /** Price of a seat, in minor units, and how many there are. */
    public record Offered(long priceMinor, int seatsAvailable) {}

    /** Whether a seat may now be had for less: it is cheaper, or there is one again. */
    public boolean mayLowerPrices() {
        return after.priceMinor < before.priceMinor || (before.seatsAvailable <= 0 && after.seatsAvailable > 0);
    }
}
