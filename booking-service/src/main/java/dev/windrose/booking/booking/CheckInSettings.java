package dev.windrose.booking.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people check in.
 *
 * @param opens how long before departure it begins; {@code closes}: ends
 * @param tellEvery how often those are looked for whose check-in has opened
 */
@ConfigurationProperties("windrose.check-in")
public record CheckInSettings(
        @DefaultValue("PT24H") Duration opens,
        @DefaultValue("PT45M") Duration closes,
        @DefaultValue("PT30S") Duration tellEvery) {
    public CheckInSettings {
        if (closes.isNegative() || opens.compareTo(closes) <= 0) {
            throw new IllegalArgumentException("CHECK_IN_OPENS must be longer than CHECK_IN_CLOSES");
        }
        if (tellEvery.isNegative() || tellEvery.isZero()) {
            throw new IllegalArgumentException("windrose.check-in.tell-every must be longer than nothing");
        }
    }
}
