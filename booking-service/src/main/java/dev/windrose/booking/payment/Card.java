package dev.windrose.booking.payment;

import java.time.YearMonth;
import java.util.regex.Pattern;

/** A payment card, for the length of a request: not a record and with no getters, so that nothing prints or stores it by accident. */
public final class Card {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{12,19}");

    private final String number;
    private final YearMonth expires;
    private final String cvc;
    private final String holder;

    /**
     * @param number digits, perhaps grouped by spaces or hyphens
     * @throws InvalidCard if that can't be a card's number: not digits, or the check digit is wrong
     */
    public Card(String number, YearMonth expires, String cvc, String holder) {
        String digits = number.replaceAll("[ -]", "");
        if (!DIGITS.matcher(digits).matches() || !hasCheckDigit(digits)) {
            throw new InvalidCard();
        }
        this.number = digits;
        this.expires = expires;
        this.cvc = cvc;
        this.holder = holder;
    }

    public CardBrand brand() {
        return CardBrand.ofNumber(number);
    }

    public String last4() {
        return number.substring(number.length() - 4);
    }

    /** Cards are good to the end of the month they name. */
    boolean isPast(YearMonth now) {
        return expires.isBefore(now);
    }

    boolean hasNumber(String digits) {
        return number.equals(digits);
    }

    /** Everything of it as one text, for the keyed hash that recognises a repeated request and nothing else. */
    String secretText() {
        return String.join("\n", number, expires.toString(), cvc, holder);
    }

    @Override
    public String toString() {
        return brand().shown() + " ····" + last4();
    }

    /** The Luhn formula, ISO/IEC 7812-1 annex B. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
