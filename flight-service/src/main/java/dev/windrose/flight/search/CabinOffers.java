package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.changes.OfferChange;
import dev.windrose.flight.changes.OfferChange.Offered;
import org.jspecify.annotations.Nullable;

/** A cabin on sale: what it offers, and what it offered at any point in the log that a cursor may name. Written by the follower alone. */
final class CabinOffers {
    static final long LOADED = 0;

    final Cabin cabin;
    final int capacity;
    private volatile Offer latest;

    /** Price of a seat, in minor units, and seats left, from a number in the log on. */
    static final class Offer {
        final long seq;
        final long priceMinor;
        final int seatsAvailable;
        /** Read from the tables, so that changes with numbers still to come may be in it. */
        private final boolean read;

        private @Nullable Offer older;

        private Offer(long seq, Offered offered, boolean read, @Nullable Offer older) {
            this.seq = seq;
            this.priceMinor = offered.priceMinor();
            this.seatsAvailable = offered.seatsAvailable();
            this.read = read;
            this.older = older;
        }
    }

    private CabinOffers(CabinOffer row, Offer latest) {
        this.cabin = row.cabin();
        this.capacity = row.capacity();
        this.latest = latest;
    }

    /** As read from the tables. */
    static CabinOffers read(CabinOffer row) {
        return new CabinOffers(row, new Offer(LOADED, row.offered(), true, null));
    }

    /** As read from the tables again because of a change of the flight, with that change's number. */
    CabinOffers readAgain(CabinOffer row, long seq) {
        Offer now = latest;
        boolean same = row.priceMinor() == now.priceMinor && row.seatsAvailable() == now.seatsAvailable;
        Offer next = same ? now : new Offer(Math.max(seq, now.seq), row.offered(), true, now);
        if (row.capacity() != capacity) {
            return new CabinOffers(row, next);
        }
        latest = next;
        return this;
    }

    /** Takes in a change from the log. What was read before the number was known gives way to what the log says it had been. */
    void apply(long seq, OfferChange change) {
        Offer now = latest;
        if (seq > now.seq) {
            Offer older = now.read ? new Offer(now.seq, change.before(), false, now.older) : now;
            latest = new Offer(seq, change.after(), false, older);
        }
    }

    Offer latest() {
        return latest;
    }

    Offer at(AsOf asOf) {
        Offer offer = latest;
        while (!asOf.includes(offer.seq) && offer.older != null) {
            offer = offer.older;
        }
        return offer;
    }

    /** No cursor names a point before this number any more. */
    void forgetBefore(long seq) {
        Offer offer = latest;
        while (offer.seq > seq && offer.older != null) {
            offer = offer.older;
        }
        offer.older = null;
    }
}
