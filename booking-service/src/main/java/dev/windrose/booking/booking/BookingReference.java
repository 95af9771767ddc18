package dev.windrose.booking.booking;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The six characters a customer names a booking by: random, without I, O, 0 and 1. */
public record BookingReference(String value) {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 6;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public BookingReference {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("must be six characters of " + ALPHABET);
        }
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    static BookingReference random() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new BookingReference(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
