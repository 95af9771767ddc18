package dev.windrose.flight.imports;

import dev.windrose.flight.imports.ImportReport.Tally;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every two seconds how far an import has come, and at the end how fast it was. */
final class ProgressLog implements Consumer<Tally> {
    private static final Logger log = LoggerFactory.getLogger(ProgressLog.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final String verb;
    private final String rows;
    private final long startedAt = System.nanoTime();
    private long toldAt = startedAt;

    ProgressLog(ImportKind kind, boolean dryRun) {
        this.verb = dryRun ? "checked" : "imported";
        this.rows = kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void accept(Tally tally) {
        long now = System.nanoTime();
        if (now - toldAt >= EVERY.toNanos()) {
            toldAt = now;
            log.info(
                    "{} {} {} ({} rejected)", verb, number(tally.countReceived()), rows, number(tally.countRejected()));
        }
    }

    void end(ImportReport report) {
        double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        log.info(
                "{} {} {} in {} s, {} rows/s: {} created, {} updated, {} rejected",
                verb,
                number(report.received()),
                rows,
                String.format(Locale.ROOT, "%.1f", seconds),
                number(Math.round(report.received() / seconds)),
                number(report.created()),
                number(report.updated()),
                number(report.rejected()));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
