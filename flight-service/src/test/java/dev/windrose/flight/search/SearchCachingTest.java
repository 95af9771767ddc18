package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.flight.Api.Answer;
import dev.windrose.flight.FlightServiceTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that nobody has anything of their own in: kept for a second, and known again by their tag. */
class SearchCachingTest extends FlightServiceTest {
    private static final LocalDate DAY = LocalDate.now().plusDays(210);

    @Autowired
    private TimetableStore store;

    @Test
    void theSameAnswerHasTheSameTagUntilSomethingInItChanges() {
        Network network = new Network(jdbc)
                .city("YHA", "Here", "UTC")
                .city("YHB", "There", "UTC")
                .airport("YHA", "YHA", "UTC")
                .airport("YHB", "YHB", "UTC")
                .airline("YH");
        network.catalogueWritten();
        List<Long> flights = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            flights.add(network.flight(
                    "YH" + i, "YHA", "YHB", DAY.atTime(6, i), DAY.atTime(9, 0), Network.economy(10_000 + i)));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> flights.stream().allMatch(id -> store.flight(id) != null));
        String path = "/api/v1/flights/search?origin=YHA&destination=YHB&limit=2&date=" + DAY;

        Answer first = anonymous().get(path);
        assertThat(first.header("Cache-Control")).isEqualTo("max-age=1, public");
        assertThat(first.header("ETag")).startsWith("W/\"");
        long unrelated = network.flight("YH9", "YHB", "YHA", DAY.atTime(6, 0), DAY.atTime(9, 0), Network.economy(1));
        await().atMost(Duration.ofSeconds(10)).until(() -> store.flight(unrelated) != null);
        Answer unchanged = anonymous().getUnless(path, first.header("ETag"));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.text()).isEmpty();

        network.price(flights.get(2), 9_000);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> anonymous().getUnless(path, first.header("ETag")).status() == 200);
        Answer changed = anonymous().get(path);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(anonymous().getUnless(path, changed.header("ETag")).header("ETag"))
                .isEqualTo(changed.header("ETag"));
    }
}
