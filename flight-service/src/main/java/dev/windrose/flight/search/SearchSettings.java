package dev.windrose.flight.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a search offers, and how it ranks.
 *
 * @param salesClose how long before departure a flight is no longer sold
 * @param priceWeight weight of the price in {@code best}, 0 to 1; the rest is the journey time's
 */
@ConfigurationProperties("windrose.search")
record SearchSettings(
        @DefaultValue("PT60M") Duration salesClose,
        @DefaultValue("0.5") double priceWeight) {
    SearchSettings {
        if (priceWeight < 0 || priceWeight > 1) {
            throw new IllegalArgumentException("windrose.search.price-weight must be from 0 to 1");
        }
    }
}
