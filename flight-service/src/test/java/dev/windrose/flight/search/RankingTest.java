package dev.windrose.flight.search;

import static dev.windrose.flight.search.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The example of docs/search.md, and what makes the orders total. */
class RankingTest {
    private final TimetableFlight cheapAndSlow =
            flight(1).price(10_000).lasting(300).get();
    private final TimetableFlight dearAndFast =
            flight(2).price(30_000).lasting(120).get();
    private final TimetableFlight between = flight(3).price(15_000).lasting(165).get();

    @Test
    void bestWeighsPriceAndTimeScaledOverTheResult() {
        List<Ranked> ranked = rank(0.5, SearchOrder.BEST, cheapAndSlow, dearAndFast, between);
        assertThat(ranked).extracting(Ranked::score).containsExactly(2_500, 5_000, 5_000);
        assertThat(ids(ranked)).containsExactly("3", "1", "2");
        assertThat(ids(rank(1, SearchOrder.BEST, cheapAndSlow, dearAndFast, between)))
                .containsExactly("1", "3", "2");
        assertThat(ids(rank(0, SearchOrder.BEST, cheapAndSlow, dearAndFast, between)))
                .containsExactly("2", "3", "1");
    }

    @Test
    void aRangeOfNothingCountsNothing() {
        assertThat(rank(0.5, SearchOrder.BEST, cheapAndSlow))
                .extracting(Ranked::score)
                .containsExactly(0);
    }

    @Test
    void equalOnesGoByPriceDurationDepartureThenId() {
        TimetableFlight later = flight(4).departing(9, 0).get();
        TimetableFlight first = flight(5).departing(8, 0).get();
        TimetableFlight second = flight(6).departing(8, 0).get();
        for (SearchOrder order : SearchOrder.values()) {
            assertThat(ids(rank(0.5, order, second, later, first))).containsExactly("5", "6", "4");
        }
    }

    @Test
    void ratedOnesComeFirstByTheirRating() {
        assertThat(ids(rank(
                        0.5,
                        SearchOrder.RATING,
                        flight(7).get(),
                        flight(8).rated("3.9").get(),
                        flight(9).rated("4.8").get())))
                .containsExactly("9", "8", "7");
    }

    private static List<Ranked> rank(double priceWeight, SearchOrder order, TimetableFlight... flights) {
        List<Itinerary> itineraries = java.util.Arrays.stream(flights)
                .map(flight -> Itinerary.direct(flight, Objects.requireNonNull(flight.offer(Cabin.ECONOMY))))
                .toList();
        return new Ranking(priceWeight).rank(itineraries, order);
    }

    private static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(r -> r.itinerary().id()).toList();
    }
}
