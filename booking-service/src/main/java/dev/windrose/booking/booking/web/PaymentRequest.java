package dev.windrose.booking.booking.web;

import dev.windrose.booking.payment.Card;
import dev.windrose.defaults.problem.Faults;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /bookings/{reference}/payments}. */
record PaymentRequest(@Nullable CardRequest card) {
    private static final int MAX_HOLDER = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");

    /** A card as it stands on it. @param expiryMonth 1 to 12. @param expiryYear four digits. @param cvc three or four digits */
    record CardRequest(
            @Nullable String number,
            @Nullable String expiryMonth,
            @Nullable String expiryYear,
            @Nullable String cvc,
            @Nullable String holder) {
        /** A card is never printed. */
        @Override
        public String toString() {
            return "CardRequest[hidden]";
        }
    }

    /** The card; 400 {@code validation_failed} with what is missing, {@code invalid_card} for a number that is none. */
    Card toCard() {
        Faults faults = new Faults();
        CardRequest given = card == null ? new CardRequest(null, null, null, null, null) : card;
        String number = faults.required("card.number", given.number, text -> text);
        Integer month = faults.required("card.expiryMonth", given.expiryMonth, text -> number(text, 1, 12));
        Integer year =
                faults.required("card.expiryYear", given.expiryYear, text -> number(text, FIRST_YEAR, LAST_YEAR));
        String cvc = faults.required("card.cvc", given.cvc, PaymentRequest::cvc);
        String holder = faults.text("card.holder", given.holder, MAX_HOLDER);
        faults.throwIfAny();
        if (number == null || month == null || year == null || cvc == null || holder == null) {
            throw new IllegalStateException("a missing value is a fault");
        }
        return new Card(number, YearMonth.of(year, month), cvc, holder);
    }

    private static Integer number(String text, int from, int to) {
        if (text.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        }
        throw new IllegalArgumentException("must be a whole number from " + from + " to " + to);
    }

    private static String cvc(String text) {
        if (!CVC.matcher(text).matches()) {
            throw new IllegalArgumentException("must be three or four digits");
        }
        return text;
    }
}
