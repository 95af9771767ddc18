package dev.windrose.booking.boardingpass;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/** Text as a pass shows it: in Latin letters, which every gate's staff can read and the font has, with their accents. */
final class PrintedText {
    private static final int BEYOND_THE_FONT = 0x180;

    private PrintedText() {}

    static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String latin = composed.codePoints().allMatch(PrintedText::isLatin) ? composed : LatinLetters.of(composed);
        return latin.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    private static boolean isLatin(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return letter < BEYOND_THE_FONT && (script == UnicodeScript.LATIN || script == UnicodeScript.COMMON);
    }
}
