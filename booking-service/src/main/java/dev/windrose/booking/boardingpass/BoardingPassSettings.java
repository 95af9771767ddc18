package dev.windrose.booking.boardingpass;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How boarding passes are made. @param barcode {@code AZTEC} or {@code PDF417}. @param boardingBefore departure boarding begins */
@ConfigurationProperties("windrose.boarding-pass")
public record BoardingPassSettings(
        @DefaultValue("AZTEC") Symbology barcode,
        @DefaultValue("PT40M") Duration boardingBefore) {
    public BoardingPassSettings {
        if (boardingBefore.isNegative()) {
            throw new IllegalArgumentException("windrose.boarding-pass.boarding-before can't be negative");
        }
    }
}
