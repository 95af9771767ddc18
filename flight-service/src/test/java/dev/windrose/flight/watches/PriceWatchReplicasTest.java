package dev.windrose.flight.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.FlightChangeSettings;
import dev.windrose.flight.search.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Beside the running service a second replica, with nothing in common but the database. */
class PriceWatchReplicasTest extends PriceWatchTest {
    @Autowired
    private FlightChangeSettings changes;

    @Autowired
    private WatchTable watches;

    @Autowired
    private NotePrice notePrice;

    @Autowired
    private IdempotencyKeys keys;

    @Test
    void twoReplicasTellFiftyDropsOnceEach() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");
        List<JsonNode> all = IntStream.range(0, 10)
                .mapToObj(i -> Scene.watch(customer("watcher-" + test + "-" + i), Scene.journey("QWA", "QWB", day)))
                .toList();
        try (Replica second = new Replica()) {
            List<String> expected = new ArrayList<>();
            for (String[] drop : new String[][] {
                {"100.00", "90.00"}, {"90.00", "80.00"}, {"80.00", "70.00"}, {"70.00", "60.00"}, {"60.00", "50.00"}
            }) {
                scene.fare(flight, drop[1]);
                expected.add(drop[0] + ">" + drop[1]);
                for (JsonNode watch : all) {
                    assertThat(told(watch, expected.size())).isEqualTo(expected);
                }
                second.awaitSeen(flight, drop[1]);
            }
            toldAfterAll(all.get(0));
            for (JsonNode watch : all) {
                assertThat(told(watch, expected.size())).isEqualTo(expected);
            }
        }
    }

    @Test
    void aReplicaThatStartsTellsWhatNobodyHeardAndForgetsWhatIsPast() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        String flown = scene.flight("QWA", "QWB", day.plusDays(3).atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day.plusDays(3), "100.00");
        JsonNode watch = watchJourney("QWA", "QWB");
        JsonNode ofPastDay = watchJourney("QWB", "QWA");
        JsonNode ofFlown = Scene.watch(user(), Map.of("flightId", flown));
        jdbc.sql("update flight_cabin set price_minor = 6500 where flight_id = ?")
                .param(flight)
                .update();
        jdbc.sql("update price_watch set travel_date = utc_date() - interval 2 day where id = ?")
                .param(id(ofPastDay))
                .update();
        jdbc.sql("update flight set departs_at = utc_timestamp() - interval 1 minute where id = ?")
                .param(flown)
                .update();

        try (Replica late = new Replica()) {
            assertThat(told(watch, 1)).containsExactly("100.00>65.00");
            late.awaitSeen(flight, "65.00");
        }

        for (JsonNode past : List.of(ofPastDay, ofFlown)) {
            await().untilAsserted(() -> assertThat(
                            user().get("/api/v1/price-watches/" + id(past)).status())
                    .isEqualTo(404));
        }
        assertThat(user().get("/api/v1/price-watches/" + id(watch)).status()).isEqualTo(200);
    }

    /** Its own timetable, and its own watcher that listens to it. */
    private final class Replica implements AutoCloseable {
        private final ReadModel model = new ReadModel(jdbc, changes);
        private final LowestPrices lowest =
                new LowestPrices(model.lowestFares(), model.flightsOnSale(), model.places());
        private final PriceWatcher watcher;

        Replica() {
            PendingChecks pending = new PendingChecks();
            watcher = new PriceWatcher(
                    pending,
                    new CheckPriceWatches(watches, model.flightsOnSale(), lowest, notePrice, Clock.systemUTC()),
                    keys,
                    new PriceWatchSettings(50, Duration.ofMinutes(15)));
            model.start(watcher);
            watcher.start();
        }

        void awaitSeen(String flight, String price) {
            Watched watched = new Watched("airport:QWA", "airport:QWB", day, Cabin.ECONOMY, Long.valueOf(flight), null);
            await().untilAsserted(
                            () -> assertThat(String.valueOf(lowest.of(watched))).isEqualTo(price + " USD"));
        }

        @Override
        public void close() {
            model.close();
            watcher.stop();
        }
    }
}
