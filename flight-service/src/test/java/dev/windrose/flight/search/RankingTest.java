package dev.windrose.flight.search;

import static dev.windrose.flight.search.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

    @Test
    void aPageOfALargeResultIsTheOneThatSortingAllWouldShow() {
        TimetableFlight[] many = IntStream.range(0, 500)
                .mapToObj(i ->
                        flight(1_000 + i).price(10_000 + i * 7_919L % 3_000).get())
                .toArray(TimetableFlight[]::new);
        List<Itinerary> result = itineraries(many);
        ResultRange range = ResultRange.of(result);
        List<String> walked = new ArrayList<>();
        Position after = null;
        Ranking.Page page;
        do {
            page = new Ranking(0.5).page(result, range, SearchOrder.PRICE, 30, after);
            walked.addAll(ids(page.items()));
            after = page.items().get(page.items().size() - 1).position();
        } while (page.more() > 0);
        assertThat(walked)
                .isEqualTo(result.stream()
                        .sorted(Comparator.comparingLong((Itinerary i) -> i.priceMinor)
                                .thenComparingLong(i -> i.first.id))
                        .map(i -> Long.toString(i.first.id))
                        .toList());
    }

    private static List<Ranked> rank(double priceWeight, SearchOrder order, TimetableFlight... flights) {
        List<Itinerary> result = itineraries(flights);
        return new Ranking(priceWeight)
                .page(result, ResultRange.of(result), order, 100, null)
                .items();
    }

    private static List<Itinerary> itineraries(TimetableFlight... flights) {
        return Arrays.stream(flights)
                .map(flight -> Itinerary.direct(
                        flight, Cabin.ECONOMY, Objects.requireNonNull(flight.offer(Cabin.ECONOMY, AsOf.BEGINNING))))
                .toList();
    }

    private static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(r -> Long.toString(r.itinerary().first.id)).toList();
    }
}
