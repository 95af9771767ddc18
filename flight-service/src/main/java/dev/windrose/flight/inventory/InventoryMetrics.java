package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What operators see of the inventory: answers to holds by outcome with their latency, and what should be rare. */
@Component
class InventoryMetrics {
    private final MeterRegistry registry;
    private final Counter reclaimed;
    private final Counter oversellPrevented;
    private final Counter deadlocks;

    InventoryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.reclaimed = Counter.builder("windrose.holds.reclaimed")
                .description("Holds past their deadline whose seats a later buyer got")
                .register(registry);
        this.oversellPrevented = Counter.builder("windrose.inventory.oversell.prevented")
                .description("Changes of counters that only the table's own check refused: always a defect")
                .register(registry);
        this.deadlocks = Counter.builder("windrose.inventory.deadlocks")
                .description("Transactions that the database chose to roll back, and that were repeated")
                .register(registry);
    }

    /** Times the work under the outcome that the answer has, or the code of its refusal. */
    <T> T timed(Supplier<T> work, Function<T, String> outcome) {
        Timer.Sample sample = Timer.start(registry);
        String tag = "error";
        try {
            T answer = work.get();
            tag = outcome.apply(answer);
            return answer;
        } catch (ProblemException e) {
            tag = e.code();
            throw e;
        } finally {
            sample.stop(Timer.builder("windrose.holds")
                    .description("Answers to requests for seats, waiting in line included")
                    .tag("outcome", tag)
                    .publishPercentileHistogram()
                    .register(registry));
        }
    }

    void reclaimed() {
        reclaimed.increment();
    }

    void oversellPrevented() {
        oversellPrevented.increment();
    }

    void deadlock() {
        deadlocks.increment();
    }
}
