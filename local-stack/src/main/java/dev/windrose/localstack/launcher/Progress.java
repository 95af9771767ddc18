package dev.windrose.localstack.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Lines with the seconds since the beginning. */
final class Progress implements Consumer<String> {

    private final Instant begin;

    Progress(Instant begin) {
        this.begin = begin;
    }

    @Override
    public void accept(String line) {
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds(), line);
        System.out.flush();
    }

    double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
