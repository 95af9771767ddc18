package dev.windrose.booking.boardingpass;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Text of any script in ASCII. Letters of European languages become what stands in the machine-readable zone of a passport (ICAO Doc 9303,
 * part 3, section 6: Ü is UE, Ш is SH), so that a boarding pass and a passport agree; of the other scripts ICU makes what comes nearest to
 * their sound.
 */
final class LatinLetters {
    private static final String LATIN = "Ä AE Å AA Æ AE Ö OE Ø OE Œ OE Ü UE ẞ SS Þ TH Ð D Đ D Ħ H Ŋ N Ĳ IJ Ł L ı i";
    private static final String CYRILLIC =
            "А A Б B В V Г G Ґ G Ѓ G Д D Ђ D Е E Ё E Є IE Ж ZH З Z Ѕ DZ И I І I Ї I Й I Ј J К K Ќ K"
                    + " Л L Љ LJ М M Н N Њ NJ О O П P Р R С S Т T Ћ C У U Ў U Ф F Х KH Ц TS Ч CH Џ DZ Ш SH Щ SHCH Ъ IE Ы Y Э E Ю IU Я IA";
    private static final Map<Integer, String> ICAO = table(LATIN + " " + CYRILLIC);
    private static final int SOFT_SIGN = 'ь';

    private LatinLetters() {}

    static String of(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(letter -> Character.toLowerCase(letter) != SOFT_SIGN)
                .forEach(letter -> letters.append(ICAO.getOrDefault(letter, Character.toString(letter))));
        String known = letters.toString();
        return known.chars().allMatch(letter -> letter < 0x80)
                ? known
                : Icu.TO_ASCII.transliterate(known).replaceAll("[^ -~]", "");
    }

    /** Loaded when the first name needs it. */
    private static final class Icu {
        static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    private static Map<Integer, String> table(String pairs) {
        String[] words = pairs.split(" ", -1);
        Map<Integer, String> table = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            int letter = words[i].codePointAt(0);
            String small = words[i + 1].toLowerCase(Locale.ROOT);
            table.put(letter, words[i + 1].charAt(0) + small.substring(1));
            table.putIfAbsent(Character.toLowerCase(letter), small);
        }
        return Map.copyOf(table);
    }
}
