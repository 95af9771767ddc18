package dev.windrose.flight.watches;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prices are watched.
 *
 * @param maxPerUser how many watches a user may have
 * @param sweep how often all watches are looked at, whatever was heard of changes; those that are past are then deleted
 */
@ConfigurationProperties("windrose.price-watches")
record PriceWatchSettings(
        @DefaultValue("50") int maxPerUser,
        @DefaultValue("PT15M") Duration sweep) {
    PriceWatchSettings {
        if (maxPerUser < 1 || sweep.isNegative() || sweep.isZero()) {
            throw new IllegalArgumentException(
                    "windrose.price-watches: max-per-user must be at least 1, and sweep longer than nothing");
        }
    }
}
