package dev.windrose.booking.payment;

import java.util.Locale;

/** The scheme of a card, by the first digits of its number (ISO/IEC 7812 ranges). */
public enum CardBrand {
    VISA,
    MASTERCARD,
    AMEX,
    UNKNOWN;

    static CardBrand ofNumber(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        if (two / 10 == 4) {
            return VISA;
        }
        if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
            return MASTERCARD;
        }
        return two == 34 || two == 37 ? AMEX : UNKNOWN;
    }

    /** As the API shows it: {@code visa}. */
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
