package dev.windrose.flight.watches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api;
import dev.windrose.flight.Api.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Price watches as their users make, see and delete them. */
class PriceWatchApiTest extends PriceWatchTest {
    private static final String PATH = "/api/v1/price-watches";

    @Test
    void aWatchIsMadeSeenAndDeletedByItsUserAlone() {
        Answer made = user().post(PATH, Scene.journey("QWA", "airport:QWB", day));

        assertThat(made.status()).isEqualTo(201);
        String location = made.header("Location");
        assertThat(location).isEqualTo(PATH + "/" + id(made.json()));
        JsonNode watch = made.json();
        assertThat(watch.path("origin").asString()).isEqualTo("QWA");
        assertThat(watch.path("destination").asString()).isEqualTo("airport:QWB");
        assertThat(watch.path("date").asString()).isEqualTo(day.toString());
        assertThat(watch.path("cabin").asString()).isEqualTo("ECONOMY");
        assertThat(watch.path("createdAt").asString()).endsWith("Z");
        for (String member : List.of("flightId", "flightNumber", "targetPrice", "baseline", "lastTold")) {
            assertThat(watch.path(member).isNull()).as(member).isTrue();
        }
        Answer seen = user().get(location);
        assertThat(seen.json()).isEqualTo(watch);
        assertThat(seen.header("Cache-Control")).contains("no-store");

        Api stranger = customer("stranger-" + test);
        for (Answer refused : List.of(
                stranger.get(location),
                stranger.delete(location),
                user().get(PATH + "/0"),
                user().get(PATH + "/no-id"),
                user().delete(PATH + "/999999999999"))) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("price_watch_not_found");
        }
        assertThat(stranger.get(PATH).json().path("items")).isEmpty();
        for (Answer refused : List.of(
                anonymous().get(PATH), anonymous().get(location), anonymous().post(PATH, Map.of()))) {
            assertThat(refused.status()).isEqualTo(401);
        }
        assertThat(user().delete(location).status()).isEqualTo(204);
        assertThat(user().get(location).status()).isEqualTo(404);
        assertThat(user().delete(location).status()).isEqualTo(404);
    }

    @Test
    void aFlightIsWatchedInACabinItSells() {
        String flight = scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");

        JsonNode watch = Scene.watch(user(), Map.of("flightId", flight, "targetPrice", Scene.usd("50.00")));

        assertThat(watch.path("flightId").asString()).isEqualTo(flight);
        assertThat(watch.path("flightNumber").asString()).startsWith("QW");
        assertThat(watch.path("origin").asString()).isEqualTo("airport:QWA");
        assertThat(watch.path("date").asString()).isEqualTo(day.toString());
        assertThat(watch.path("baseline").toString()).isEqualTo("{\"amount\":\"100.00\",\"currency\":\"USD\"}");
        assertThat(watch.path("lastTold")).isEqualTo(watch.path("baseline"));
        assertThat(watch.at("/targetPrice/amount").asString()).isEqualTo("50.00");

        assertThat(faults(Map.of("flightId", flight, "cabin", "FIRST"))).containsExactly("cabin unknown");
        assertThat(faults(Map.of("flightId", flight, "targetPrice", Map.of("amount", "5.00", "currency", "EUR"))))
                .containsExactly("targetPrice.currency mixed_currencies");
        assertThat(faults(Map.of("flightId", flight, "date", day.toString()))).containsExactly("flightId ambiguous");
        for (String unknown : List.of("999999999999", "abc", "")) {
            Answer refused = user().post(PATH, Map.of("flightId", unknown));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("flight_not_found");
        }
        assertThat(faults(Map.of("flightId", "999999999999", "cabin", "HOLD"))).containsExactly("cabin invalid");
        jdbc.sql("update flight set status = 'CANCELLED' where id = ?")
                .param(flight)
                .update();
        assertThat(faults(Map.of("flightId", flight))).containsExactly("flightId closed");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");

        assertThat(faults(Map.of())).containsExactly("origin required", "destination required", "date required");
        assertThat(faults(Map.of(
                        "origin",
                        "QWQ",
                        "destination",
                        "q",
                        "date",
                        "tomorrow",
                        "cabin",
                        "LOFT",
                        "targetPrice",
                        Map.of("amount", "1.5", "currency", "USD"))))
                .containsExactly(
                        "cabin invalid",
                        "targetPrice.amount invalid",
                        "origin invalid",
                        "destination invalid",
                        "date invalid");
        assertThat(faults(Map.of("origin", "QWA", "destination", "airport:QWX", "date", "2020-02-30")))
                .containsExactly("date invalid", "destination same_as_origin");
        assertThat(faults(Scene.journey("QWA", "QWB", LocalDate.now().minusDays(2))))
                .containsExactly("date past");
        assertThat(faults(Map.of(
                        "origin",
                        "QWA",
                        "destination",
                        "QWB",
                        "date",
                        day.toString(),
                        "targetPrice",
                        Map.of("amount", "50", "currency", "JPY"))))
                .containsExactly("targetPrice.currency mixed_currencies");
        assertThat(faults(
                        Map.of("origin", "QWA", "destination", "QWB", "date", day.toString(), "targetPrice", Map.of())))
                .containsExactly("targetPrice.currency required", "targetPrice.amount required");
        for (String malformed : List.of("", "[]", "{\"origin\":", "{\"targetPrice\":\"50.00 USD\"}")) {
            Answer refused = user().post(PATH, malformed);
            assertThat(refused.status()).as(malformed).isEqualTo(400);
        }
        assertThat(user().get(PATH).json().path("items")).isEmpty();
    }

    @Test
    void theListIsWalkedNewestFirst() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, id(Scene.watch(user(), Scene.journey("QWA", "QWB", day.plusDays(i)))));
        }
        JsonNode first = user().get(PATH + "?limit=3").json();
        String later = id(watchJourney("QWB", "QWA"));
        JsonNode second = user().get(
                        PATH + "?limit=3&cursor=" + first.path("nextCursor").asString())
                .json();

        List<String> walked = new ArrayList<>(first.path("items").findValuesAsString("id"));
        walked.addAll(second.path("items").findValuesAsString("id"));
        assertThat(walked).isEqualTo(made).doesNotContain(later);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(user().get(PATH + "?cursor=" + first.path("nextCursor").asString() + "x")
                        .status())
                .isEqualTo(400);
        assertThat(customer("stranger-" + test)
                        .get(PATH + "?cursor=" + first.path("nextCursor").asString())
                        .status())
                .isEqualTo(400);
        assertThat(user().get(PATH + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void aRepeatWithTheSameKeyGetsTheFirstAnswer() {
        Api keyed = user().withHeader("Idempotency-Key", "k-" + test);
        Answer first = keyed.post(PATH, Scene.journey("QWA", "QWB", day));
        scene.flight("QWA", "QWB", day.atTime(9, 0), "100.00");
        scene.awaitLowest("QWA", "QWB", day, "100.00");

        Answer again = keyed.post(PATH, Scene.journey("QWA", "QWB", day));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        Answer other = keyed.post(PATH, Scene.journey("QWA", "QWC", day));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_conflict");
        assertThat(user().get(PATH).json().path("items")).hasSize(1);

        Api refusedFirst = user().withHeader("Idempotency-Key", "r-" + test);
        assertThat(refusedFirst.post(PATH, Map.of("flightId", "999999999999")).status())
                .isEqualTo(404);
        assertThat(refusedFirst.post(PATH, Map.of("flightId", "999999999999")).status())
                .as("a refusal is not kept")
                .isEqualTo(404);
        assertThat(user().withHeader("Idempotency-Key", "").post(PATH, Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void togetherTheSameKeyMakesOneWatch() {
        List<Answer> answers = together(
                8,
                () -> user().withHeader("Idempotency-Key", "t-" + test).post(PATH, Scene.journey("QWA", "QWB", day)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(user().get(PATH).json().path("items")).hasSize(1);
    }

    @Test
    void nobodyHasMoreThanFifty() {
        for (int i = 0; i < 48; i++) {
            watchJourney("QWA", "QWB");
        }
        List<Answer> answers = together(6, () -> user().post(PATH, Scene.journey("QWA", "QWB", day)));

        assertThat(answers.stream().map(Answer::status).sorted()).containsExactly(201, 201, 409, 409, 409, 409);
        assertThat(answers.stream().map(Answer::code).filter(code -> !code.isEmpty()))
                .containsOnly("too_many_price_watches");
        String one = user().get(PATH + "?limit=1").json().at("/items/0/id").asString();
        assertThat(user().delete(PATH + "/" + one).status()).isEqualTo(204);
        watchJourney("QWA", "QWB");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "PATCH"})
    void aWatchIsNotChanged(String method) {
        Answer refused = method.equals("PUT") ? user().put(PATH + "/1", Map.of()) : user().patch(PATH + "/1", Map.of());
        assertThat(refused.status()).isEqualTo(405);
    }

    private List<String> faults(Map<String, Object> request) {
        Answer refused = user().post(PATH, request);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation_failed");
        return refused.json()
                .path("errors")
                .valueStream()
                .map(fault -> fault.path("field").asString() + " "
                        + fault.path("code").asString())
                .toList();
    }

    private static List<Answer> together(int times, Supplier<Answer> call) {
        List<CompletableFuture<Answer>> calls = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(call))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
