package dev.windrose.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a client does that doesn't know what became of its request: the same again, with the same key, until it knows. */
final class Retries {
    private static final Set<Integer> UNKNOWN = Set.of(0, 503);
    private static final Set<String> STILL_AT_WORK = Set.of("idempotency_in_flight", "payment_in_progress");

    private Retries() {}

    static Api.Answer untilKnown(Supplier<Api.Answer> request) {
        return untilKnown(request, request);
    }

    /** The first time here, then by turns there and here, as a load balancer does when a replica breaks. */
    static Api.Answer untilKnown(Supplier<Api.Answer> here, Supplier<Api.Answer> there) {
        AtomicInteger attempt = new AtomicInteger();
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .pollDelay(Duration.ZERO)
                .until(() -> Api.orBroken(attempt.getAndIncrement() % 2 == 0 ? here : there), Retries::isKnown);
    }

    private static boolean isKnown(Api.Answer answer) {
        return !UNKNOWN.contains(answer.status()) && !(answer.status() == 409 && STILL_AT_WORK.contains(answer.code()));
    }
}
