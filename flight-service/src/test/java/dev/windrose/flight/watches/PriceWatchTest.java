package dev.windrose.flight.watches;

import dev.windrose.flight.Api;
import dev.windrose.flight.FlightServiceTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Each test has a day and a user of its own, and hears every drop that is told. */
abstract class PriceWatchTest extends FlightServiceTest {
    private static final AtomicInteger USED = new AtomicInteger();
    private static final LocalDate FIRST = LocalDate.now().plusDays(30);

    @Autowired
    private ConnectionFactory connections;

    /** Fourteen days between two tests' days: no look at a flight of one finds a journey of another. */
    final int test = USED.incrementAndGet();

    final LocalDate day = FIRST.plusDays(14L * test);
    Scene scene;
    DropTap tap;

    @BeforeEach
    void setTheScene() {
        scene = new Scene(staff(), bookingService());
        tap = new DropTap(connections);
    }

    @AfterEach
    void closeTheTap() {
        tap.close();
    }

    final Api user() {
        return customer("watcher-" + test);
    }

    final JsonNode watchJourney(String from, String to) {
        return Scene.watch(user(), Scene.journey(from, to, day));
    }

    final JsonNode watchJourney(String from, String to, String target) {
        Map<String, Object> request = new HashMap<>(Scene.journey(from, to, day));
        request.put("targetPrice", Scene.usd(target));
        return Scene.watch(user(), request);
    }

    /** What was told of the watch: {@code 100.00>90.00}. */
    final List<String> told(JsonNode watch, int count) {
        return prices(tap.of(id(watch), count));
    }

    /**
     * What was told of the watch once all that was changed before has been looked at. Two drops of a bystander are told one after the
     * other: the first may be looked at together with what came before it, the second only after.
     */
    final List<String> toldAfterAll(JsonNode watch) {
        LocalDate far = day.plusDays(7);
        String bystander = scene.flight("QWB", "QWC", far.atTime(12, 0), "9.00");
        scene.awaitLowest("QWB", "QWC", far, "9.00");
        JsonNode other = Scene.watch(customer("bystander-" + test), Scene.journey("QWB", "QWC", far));
        scene.fare(bystander, "8.00");
        tap.of(id(other), 1);
        scene.fare(bystander, "7.00");
        tap.of(id(other), 2);
        scene.fare(bystander, "100.00");
        return prices(tap.told(id(watch)));
    }

    static String id(JsonNode watch) {
        return watch.path("id").asString();
    }

    private static List<String> prices(List<JsonNode> drops) {
        List<String> prices = new ArrayList<>();
        drops.forEach(drop -> prices.add(drop.at("/previousPrice/amount").asString("-") + ">"
                + drop.at("/price/amount").asString()));
        return prices;
    }
}
