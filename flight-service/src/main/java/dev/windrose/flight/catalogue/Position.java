package dev.windrose.flight.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** A place on the globe in degrees (WGS 84), north and east positive, kept to the sixth digit (a decimetre). */
public record Position(BigDecimal latitude, BigDecimal longitude) {
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,30})?");
    private static final int DIGITS = 6;

    /** @throws IllegalArgumentException unless it is a decimal number from -90 to 90 */
    public static BigDecimal latitude(String degrees) {
        return within(degrees, 90);
    }

    /** @throws IllegalArgumentException unless it is a decimal number from -180 to 180 */
    public static BigDecimal longitude(String degrees) {
        return within(degrees, 180);
    }

    /** The stored form of a number already checked: no trailing zeros, so that equal places are equal. */
    static BigDecimal normal(BigDecimal degrees) {
        BigDecimal plain = degrees.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static BigDecimal within(String degrees, int limit) {
        if (!DEGREES.matcher(degrees).matches()
                || new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
            throw new IllegalArgumentException("must be a number of degrees from -" + limit + " to " + limit);
        }
        return normal(new BigDecimal(degrees));
    }
}
