package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.changes.OfferChange;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.flights.FlightView.RatingView;
import dev.windrose.flight.search.Directory.Airport;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flight that can be booked. Replaced as a whole when its rows change, all but prices and seats, which its cabins take in as they move.
 * Times are in epoch milliseconds.
 */
final class TimetableFlight {
    final long id;
    final String number;
    final String airline;
    final Airport origin;
    final Airport destination;
    final String airplane;
    final long departsAt;
    final long arrivesAt;
    final long scheduledDepartsAt;
    final int departureDay;
    final int arrivalDay;
    final short departureMinute;
    final short arrivalMinute;
    final FlightStatus status;
    final String currency;
    final @Nullable RatingView rating;
    private final CabinOffers[] cabins;
    /** The number in the log of the change that made it what it is. */
    private final long since;

    private @Nullable TimetableFlight previous;

    /** Its JSON, made when it is first shown. */
    volatile @Nullable RenderedFlight rendered;

    /** A row of the table, before local times are known. */
    record Row(
            long id,
            String number,
            String airline,
            String origin,
            String destination,
            String airplane,
            Instant departsAt,
            Instant arrivesAt,
            Instant scheduledDepartsAt,
            FlightStatus status,
            String currency,
            @Nullable RatingView rating) {}

    /** As read from the tables. @param offers the cabins on sale, in the order of {@link Cabin} */
    TimetableFlight(Row row, Directory directory, List<CabinOffer> offers) {
        this(row, directory, offers, CabinOffers.LOADED, null, false);
    }

    /**
     * As read from the tables again.
     *
     * @param seq the number in the log of the change that was the reason
     * @param before as it was; its offers are kept for as long as cursors may name them
     * @param created whether it is new since then
     */
    TimetableFlight(
            Row row,
            Directory directory,
            List<CabinOffer> offers,
            long seq,
            @Nullable TimetableFlight before,
            boolean created) {
        this.origin = directory.airport(row.origin());
        this.destination = directory.airport(row.destination());
        LocalDateTime departure = local(row.departsAt(), origin.zone());
        LocalDateTime arrival = local(row.arrivesAt(), destination.zone());
        this.id = row.id();
        this.number = row.number();
        this.airline = row.airline();
        this.airplane = row.airplane();
        this.departsAt = row.departsAt().toEpochMilli();
        this.arrivesAt = row.arrivesAt().toEpochMilli();
        this.scheduledDepartsAt = row.scheduledDepartsAt().toEpochMilli();
        this.departureDay = (int) departure.toLocalDate().toEpochDay();
        this.arrivalDay = (int) arrival.toLocalDate().toEpochDay();
        this.departureMinute = minuteOfDay(departure);
        this.arrivalMinute = minuteOfDay(arrival);
        this.status = row.status();
        this.currency = row.currency();
        this.rating = row.rating();
        this.cabins = offers.stream()
                .map(offer -> readAgain(offer, seq, before == null ? null : before.offers(offer.cabin())))
                .toArray(CabinOffers[]::new);
        this.since = seq;
        this.previous = created ? null : before;
    }

    private static CabinOffers readAgain(CabinOffer offer, long seq, @Nullable CabinOffers before) {
        return before == null ? CabinOffers.read(offer) : before.readAgain(offer, seq);
    }

    /** The flight as it was at a point in the log; null if it wasn't yet. */
    @Nullable
    TimetableFlight at(AsOf asOf) {
        TimetableFlight flight = this;
        while (flight != null && !asOf.includes(flight.since)) {
            flight = flight.previous;
        }
        return flight;
    }

    /** Null if the cabin isn't sold. */
    CabinOffers.@Nullable Offer offer(Cabin cabin, AsOf asOf) {
        CabinOffers offers = offers(cabin);
        return offers == null ? null : offers.at(asOf);
    }

    @Nullable
    CabinOffers offers(Cabin cabin) {
        for (CabinOffers offers : cabins) {
            if (offers.cabin == cabin) {
                return offers;
            }
        }
        return null;
    }

    /** In the order of {@link Cabin}; not to be written to. */
    CabinOffers[] cabins() {
        return cabins;
    }

    void apply(long seq, OfferChange change) {
        CabinOffers offers = offers(Cabin.of(change.cabin()));
        if (offers != null) {
            offers.apply(seq, change);
        }
    }

    /** No cursor names a point before this number any more. */
    void forgetBefore(long seq) {
        for (CabinOffers offers : cabins) {
            offers.forgetBefore(seq);
        }
        if (since <= seq) {
            previous = null;
        }
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private static short minuteOfDay(LocalDateTime time) {
        return (short) (time.getHour() * 60 + time.getMinute());
    }
}
