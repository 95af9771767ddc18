package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.flights.FlightView.RatingView;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flight that can be booked, as the tables had it at its last change. Immutable, replaced as a whole; times in epoch milliseconds. */
final class TimetableFlight {
    final long id;
    final String number;
    final String airline;
    final String origin;
    final String destination;
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
    final List<CabinOffer> offers;
    final @Nullable RatingView rating;

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

    /** @param offers the cabins on sale, in the order of {@link Cabin} */
    TimetableFlight(Row row, Directory directory, List<CabinOffer> offers) {
        Directory.Airport from = directory.airport(row.origin());
        Directory.Airport to = directory.airport(row.destination());
        LocalDateTime departure = local(row.departsAt(), from.zone());
        LocalDateTime arrival = local(row.arrivesAt(), to.zone());
        this.id = row.id();
        this.number = row.number();
        this.airline = row.airline();
        this.origin = from.code();
        this.destination = to.code();
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
        this.offers = offers;
        this.rating = row.rating();
    }

    @Nullable
    CabinOffer offer(Cabin cabin) {
        for (int i = 0; i < offers.size(); i++) {
            if (offers.get(i).cabin() == cabin) {
                return offers.get(i);
            }
        }
        return null;
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private static short minuteOfDay(LocalDateTime time) {
        return (short) (time.getHour() * 60 + time.getMinute());
    }
}
