package dev.windrose.flight.search;

import static dev.windrose.flight.search.Flights.DAY;
import static dev.windrose.flight.search.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ItineraryTest {
    @Test
    void aFlightThatLandsOnALaterLocalDayIsOvernight() {
        assertThat(of(flight(1).departing(8, 0)).overnight()).isFalse();
        assertThat(of(flight(1).departing(22, 0)).overnight()).isTrue();
    }

    @Test
    void overTheDateLineTheWallClocksDecide() {
        Itinerary acrossTheLine =
                of(flight(1).route("AKL", "HNL").departing(23, 0).lasting(520));
        assertThat(acrossTheLine.last.arrivalDay).isEqualTo(acrossTheLine.first.departureDay);
        assertThat(acrossTheLine.overnight()).isFalse();
        Itinerary back = of(flight(1).route("HNL", "AKL").departing(14, 0).lasting(540));
        assertThat(back.overnight()).isTrue();
    }

    @Test
    void aLayoverOverMidnightIsOvernightToo() {
        Itinerary itinerary = of(
                flight(1).route("LAX", "JFK").departing(14, 0).lasting(300),
                flight(2).route("JFK", "LAX").departing(DAY.plusDays(1).atTime(1, 0)));
        assertThat(itinerary.overnight()).isTrue();
        assertThat(itinerary.durationMillis()).isEqualTo((5 + 3 + 5) * 3_600_000L);
    }

    @Test
    void severalSegmentsAddUpAndTheScarcestCounts() {
        Itinerary itinerary = of(
                flight(1).price(10_050).seats(4).rated("4.5"),
                flight(2).price(7_000).seats(2).rated("3.0"),
                flight(3).price(1).seats(9));
        assertThat(itinerary.priceMinor).isEqualTo(17_051);
        assertThat(itinerary.seatsAvailable).isEqualTo(2);
        assertThat(itinerary.stops()).isEqualTo(2);
        assertThat(Objects.requireNonNull(itinerary.rating()).average()).isEqualByComparingTo("3.0");
        assertThat(of(flight(1)).rating()).isNull();
    }

    private static Itinerary of(Flights... segments) {
        Itinerary itinerary = null;
        for (Flights segment : segments) {
            TimetableFlight flight = segment.get();
            CabinOffers.Offer offer = Objects.requireNonNull(flight.offer(Cabin.ECONOMY, AsOf.BEGINNING));
            itinerary =
                    itinerary == null ? Itinerary.direct(flight, Cabin.ECONOMY, offer) : itinerary.then(flight, offer);
        }
        return Objects.requireNonNull(itinerary);
    }
}
