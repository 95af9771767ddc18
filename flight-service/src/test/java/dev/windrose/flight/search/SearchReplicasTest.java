package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.flight.FlightServiceTest;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.FlightChangeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two replicas and one that has just started, while customers book, staff change fares and flights are added. */
class SearchReplicasTest extends FlightServiceTest {
    private static final LocalDate FIRST = LocalDate.now().plusDays(110);
    private static final SearchCursors CURSORS = new SearchCursors(new Cursors(Clock.systemUTC()));
    private static int used;

    @Autowired
    private FlightChangeSettings changes;

    private final LocalDate day = FIRST.plusDays(7L * used++);
    private final List<Long> flights = new ArrayList<>();
    private final List<Replica> late = new ArrayList<>();
    private final Queue<String> held = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger(1);
    private Network network;

    @BeforeEach
    void aResultOfMoreThanAThousand() {
        network = new Network(jdbc);
        for (String code : List.of("YRA", "YRB", "YRC")) {
            network.city(code, "City " + code, "UTC").airport(code, code, "UTC");
        }
        network.airline("Y" + used).catalogueWritten();
        for (int i = 0; i < 36; i++) {
            flights.add(flight("YRA", "YRB", 5, 2 * i));
            flights.add(flight("YRB", "YRC", 8, 2 * i));
        }
    }

    @Test
    void everyReplicaShowsTheNextPageOfTheSameResult() {
        try (Replica first = new Replica(jdbc, changes);
                Replica second = new Replica(jdbc, changes)) {
            List<String> expected = walk(List.of(first.search), 100, () -> {});
            assertThat(expected).hasSizeGreaterThan(1_200).doesNotHaveDuplicates();
            AtomicBoolean done = new AtomicBoolean();
            List<CompletableFuture<Void>> others = IntStream.range(0, 3)
                    .mapToObj(seed -> CompletableFuture.runAsync(() -> moveUntil(done, new Random(seed))))
                    .toList();
            List<FlightSearch> turns = new ArrayList<>(List.of(first.search, second.search));
            try {
                List<String> walked = walk(turns, 47, () -> {});
                assertThat(walked).doesNotHaveDuplicates().hasSameSizeAs(expected);
            } finally {
                done.set(true);
                others.forEach(CompletableFuture::join);
            }
            await().untilAsserted(() -> assertThat(known(first)).isEqualTo(stored()));
            await().untilAsserted(() -> assertThat(known(second)).isEqualTo(stored()));
            assertThat(walk(List.of(first.search), 100, () -> {}))
                    .as("as the tables have it now")
                    .isEqualTo(walk(List.of(second.search), 100, () -> {}))
                    .isNotEqualTo(expected);
        }
    }

    @Test
    void theResultStandsWhateverMovesAlsoForAReplicaThatStartsMeanwhile() {
        try (Replica first = new Replica(jdbc, changes);
                Replica second = new Replica(jdbc, changes)) {
            List<String> expected = walk(List.of(first.search), 100, () -> {});
            Random random = new Random(5);
            List<FlightSearch> turns = new ArrayList<>(List.of(first.search, second.search));
            AtomicInteger pages = new AtomicInteger();
            List<String> walked = walk(turns, 61, () -> {
                IntStream.range(0, 5).forEach(i -> moveOne(random));
                if (pages.incrementAndGet() == 4) {
                    turns.add(started().search);
                }
            });
            assertThat(walked).isEqualTo(expected);
        }
    }

    @AfterEach
    void stopLateReplicasAndGiveAllSeatsBack() {
        late.forEach(Replica::close);
        held.forEach(hold -> bookingService().delete(hold));
    }

    @Test
    void nothingIsLostHoweverTransactionsCommit() {
        try (Replica first = new Replica(jdbc, changes);
                Replica second = new Replica(jdbc, changes)) {
            AtomicBoolean done = new AtomicBoolean();
            List<CompletableFuture<Void>> movers = IntStream.range(0, 4)
                    .mapToObj(seed -> CompletableFuture.runAsync(() -> moveUntil(done, new Random(seed))))
                    .toList();
            await().atMost(Duration.ofSeconds(60)).until(() -> numbers.get() > 150);
            done.set(true);
            movers.forEach(CompletableFuture::join);
            Map<Long, String> stored = stored();
            for (Replica replica : List.of(first, second)) {
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(known(replica)).isEqualTo(stored));
            }
        }
    }

    private Replica started() {
        Replica replica = new Replica(jdbc, changes);
        late.add(replica);
        return replica;
    }

    /** The ids of all pages, each page from the next of the replicas. */
    private List<String> walk(List<FlightSearch> replicas, int limit, Runnable between) {
        List<String> walked = new ArrayList<>();
        String cursor = null;
        for (int turn = 0; turn == 0 || cursor != null; turn++) {
            SearchAnswer answer = replicas.get(turn % replicas.size()).search(query(), page(limit, cursor));
            answer.items().forEach(item -> walked.add(item.id()));
            cursor = answer.nextCursor();
            between.run();
        }
        return walked;
    }

    private SearchQuery query() {
        return new SearchQuery(
                "q",
                new Place("airport:YRA", List.of("YRA")),
                new Place("airport:YRC", List.of("YRC")),
                day,
                Cabin.ECONOMY,
                2,
                SearchOrder.BEST,
                SearchQuery.Filters.NONE,
                1,
                0,
                null);
    }

    private static SearchPage page(int limit, @Nullable String cursor) {
        return new SearchPage(limit, CURSORS.decode("q", cursor));
    }

    private void moveUntil(AtomicBoolean done, Random random) {
        while (!done.get()) {
            moveOne(random);
        }
    }

    private void moveOne(Random random) {
        long flight = flights.get(random.nextInt(flights.size()));
        switch (random.nextInt(4)) {
            case 0 ->
                assertThat(staff().put(
                                        "/api/v1/flights/" + flight + "/fares/ECONOMY",
                                        Map.of(
                                                "price",
                                                Map.of("amount", 1 + random.nextInt(900) + ".00", "currency", "USD")))
                                .status())
                        .isEqualTo(200);
            case 1 -> flight("YRA", "YRB", 5, random.nextInt(60));
            default -> bookAndPerhapsGiveBack(flight, random);
        }
    }

    private void bookAndPerhapsGiveBack(long flight, Random random) {
        String hold = "/internal/holds/" + UUID.randomUUID();
        Map<String, Object> request = Map.of(
                "segments",
                List.of(Map.of("flightId", Long.toString(flight), "cabin", "ECONOMY")),
                "quantity",
                1 + random.nextInt(9),
                "expiresAt",
                Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.MILLIS).toString());
        assertThat(bookingService().put(hold, request).status()).isIn(200, 409);
        if (random.nextBoolean()) {
            assertThat(bookingService().delete(hold).status()).isEqualTo(204);
        } else {
            held.add(hold);
        }
    }

    private long flight(String from, String to, int hour, int minute) {
        int number = numbers.getAndIncrement();
        return network.flight(
                "Y" + used + (number > 9_999 ? 9_999 : number),
                from,
                to,
                day.atTime(hour, minute % 60),
                day.atTime(hour + 1, minute % 60),
                Network.economy(10_000 + number * 37L % 5_000));
    }

    private Map<Long, String> stored() {
        Map<Long, String> stored = new TreeMap<>();
        jdbc.sql("""
                        select f.id, c.price_minor, c.capacity - c.held - c.sold from flight f
                        join flight_cabin c on c.flight_id = f.id where f.origin in ('YRA', 'YRB')
                        """).query(row -> {
            stored.put(row.getLong(1), row.getLong(2) + " " + row.getInt(3));
        });
        return stored;
    }

    private Map<Long, String> known(Replica replica) {
        Map<Long, String> known = new TreeMap<>();
        stored().keySet().forEach(id -> {
            TimetableFlight flight = replica.store.flight(id);
            if (flight != null) {
                CabinOffers.Offer offer = Objects.requireNonNull(
                        flight.offer(Cabin.ECONOMY, replica.store.state().asOf()));
                known.put(id, offer.priceMinor + " " + offer.seatsAvailable);
            }
        });
        return known;
    }
}
