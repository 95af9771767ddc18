package dev.windrose.flight.search;

import static dev.windrose.flight.search.Flights.DAY;
import static dev.windrose.flight.search.Flights.flight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.search.Routes.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private static final Routes ROUTES = Routes.NONE.with(List.of(new Route("LAX", "JFK")));
    private final TimetableFlight flight = flight(1).seats(4).get();

    @Test
    void theInstantAtWhichSalesCloseIsClosed() {
        Candidates justOpen = candidates(Cabin.ECONOMY, 1, flight.departsAt - 1);
        assertThat(justOpen.in("USD")).hasSize(1);
        Candidates closed = candidates(Cabin.ECONOMY, 1, flight.departsAt);
        assertThat(closed.in("USD")).isEmpty();
        assertThat(closed.emptyReason()).isEqualTo(EmptyReason.NO_FLIGHTS);
    }

    @Test
    void theReasonIsTheFirstThatHolds() {
        assertThat(candidates(Cabin.ECONOMY, 5, 0).emptyReason()).isEqualTo(EmptyReason.SOLD_OUT);
        assertThat(candidates(Cabin.ECONOMY, 4, 0).emptyReason()).isEqualTo(EmptyReason.FILTERED_OUT);
        assertThat(candidates(Cabin.FIRST, 1, 0).emptyReason()).isEqualTo(EmptyReason.NO_FLIGHTS);
        assertThat(candidates(Routes.NONE, Cabin.FIRST, 1, 0).emptyReason()).isEqualTo(EmptyReason.NO_ROUTE);
    }

    @Test
    void theCurrencyIsTheOneAskedForOrTheCommonest() {
        assertThat(candidates(Cabin.ECONOMY, 1, 0).currency()).isEqualTo("USD");
        assertThat(candidates(Cabin.FIRST, 1, 0).currency()).isNull();
    }

    private Candidates candidates(Cabin cabin, int seats, long departingAfter) {
        return candidates(ROUTES, cabin, seats, departingAfter);
    }

    private Candidates candidates(Routes routes, Cabin cabin, int seats, long departingAfter) {
        SearchQuery query = new SearchQuery(
                "",
                new Place("airport:LAX", List.of("LAX")),
                new Place("airport:JFK", List.of("JFK")),
                DAY,
                cabin,
                seats,
                SearchOrder.BEST,
                SearchQuery.Filters.NONE,
                0,
                0,
                null);
        return new Candidates(query, Flights.state(routes, flight), AsOf.BEGINNING, departingAfter);
    }
}
