package dev.windrose.defaults.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long to wait before each further try of what failed; after the last, it is given up to a person.
 *
 * @param retryDelays {@code RETRY_DELAYS}, each positive and at most a day
 */
@ConfigurationProperties("windrose.messaging")
public record RetryDelays(
        @DefaultValue({"PT5S", "PT1M", "PT10M"}) List<Duration> retryDelays) {
    private static final Duration MAX = Duration.ofDays(1);

    public RetryDelays {
        retryDelays = List.copyOf(retryDelays);
        for (Duration delay : retryDelays) {
            if (delay.isNegative() || delay.isZero() || delay.compareTo(MAX) > 0) {
                throw new IllegalArgumentException("RETRY_DELAYS: each must be positive and at most a day: " + delay);
            }
        }
    }

    /** How many retries there are. */
    public int count() {
        return retryDelays.size();
    }

    /** The wait after the given number of failed tries (1 after the first), or nothing after the last. */
    public Optional<Duration> after(int failedTries) {
        return failedTries > retryDelays.size() ? Optional.empty() : Optional.of(retryDelays.get(failedTries - 1));
    }
}
