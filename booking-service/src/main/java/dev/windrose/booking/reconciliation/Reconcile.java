package dev.windrose.booking.reconciliation;

import dev.windrose.booking.flight.FlightClient;
import dev.windrose.booking.flight.HoldPage;
import dev.windrose.booking.flight.InventoryReport;
import dev.windrose.booking.flight.InventoryReport.Discrepancy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Compares the bookings with the seats that flight-service keeps for them. The two are not read at one instant, so what looks wrong is
 * looked at again before it is told. It tells, and mends nothing.
 */
@Service
public class Reconcile {
    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);

    /** Longer than a booking or payment takes from one side to the other, as a rule. */
    private static final Duration BEFORE_SECOND_LOOK = Duration.ofMillis(500);

    private static final int LOGGED = 20;

    private final FlightClient flights;
    private final Books books;
    private final Clock clock;
    private final AtomicInteger drift = new AtomicInteger();

    Reconcile(FlightClient flights, Books books, MeterRegistry metrics, @Qualifier("databaseClock") Clock clock) {
        this.flights = flights;
        this.books = books;
        this.clock = clock;
        Gauge.builder("windrose.reconciliation.drift", drift, AtomicInteger::get)
                .description("discrepancies the last comparison of bookings and seats found")
                .register(metrics);
    }

    /** Compares now; 503 if flight-service doesn't answer. */
    public ReconciliationReport reconcile() {
        ReconciliationReport report = look();
        if (!report.discrepancies().isEmpty()) {
            pause();
            report = confirmed(report, look());
        }
        drift.set(report.discrepancies().size());
        report.discrepancies().stream()
                .limit(LOGGED)
                .forEach(d -> log.error("reconciliation: {} {}: {}", d.kind(), d.subject(), d.detail()));
        return report;
    }

    private ReconciliationReport look() {
        Instant now = clock.instant();
        InventoryReport inventory = flights.inventory();
        List<Discrepancy> found = new ArrayList<>(inventory.discrepancies());
        Comparison comparison = new Comparison(now);
        int bookings = 0;
        String after = null;
        do {
            HoldPage page = flights.holdsAfter(after);
            List<BookingFacts> facts = books.between(after, page.next());
            comparison.compare(facts, page.items(), books.releasesOwed(after, page.next()));
            bookings += facts.size();
            after = page.next();
        } while (after != null);
        found.addAll(comparison.found());
        return new ReconciliationReport(now, inventory.flightsChecked(), bookings, found);
    }

    private static ReconciliationReport confirmed(ReconciliationReport first, ReconciliationReport second) {
        Set<List<String>> before = first.discrepancies().stream()
                .map(d -> List.of(d.kind(), d.subject()))
                .collect(Collectors.toUnmodifiableSet());
        return new ReconciliationReport(
                second.checkedAt(),
                second.flightsChecked(),
                second.bookingsChecked(),
                second.discrepancies().stream()
                        .filter(d -> before.contains(List.of(d.kind(), d.subject())))
                        .toList());
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_SECOND_LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
