package dev.windrose.booking.boardingpass;

import java.util.Locale;

/** A name as a barcode takes it. */
final class PassengerName {
    private static final int LENGTH = 20;

    /** Stands for a name of which no letter is left: a sign, or digits. */
    private static final String NO_LETTERS = "X";

    private PassengerName() {}

    /** {@code LAST/FIRST} in A to Z without spaces or hyphens, cut to 20. */
    static String of(String lastName, String firstName) {
        String name = letters(lastName) + "/" + letters(firstName);
        return name.substring(0, Math.min(LENGTH, name.length()));
    }

    private static String letters(String name) {
        String letters = LatinLetters.of(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return letters.isEmpty() ? NO_LETTERS : letters;
    }
}
