package dev.windrose.flight.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cabins as one text: {@code ECONOMY:10-33:ABC-DEF:14+15|FIRST:1-3:AC-DF}; the fourth part, the exit rows, may be missing. */
public final class CabinLayoutText {
    private static final int MAX_LENGTH = 1000;
    private static final Pattern CABIN = Pattern.compile(
            "(?<cabin>[A-Z_]+):(?<first>[0-9]{1,3})-(?<last>[0-9]{1,3}):(?<columns>[A-Z-]+)(:(?<exits>[0-9]{1,3}(\\+[0-9]{1,3})*))?");

    private CabinLayoutText() {}

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static List<CabinLayout> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
        }
        return Arrays.stream(text.split("\\|", -1)).map(CabinLayoutText::cabin).toList();
    }

    private static CabinLayout cabin(String text) {
        Matcher part = CABIN.matcher(text);
        if (!part.matches()) {
            throw new IllegalArgumentException("must look like ECONOMY:10-33:ABC-DEF:14+15, cabins separated by |");
        }
        return new CabinLayout(
                Cabin.of(part.group("cabin")),
                Integer.parseInt(part.group("first")),
                Integer.parseInt(part.group("last")),
                part.group("columns"),
                rows(part.group("exits"), "\\+"));
    }

    static List<Integer> rows(@org.jspecify.annotations.Nullable String text, String separator) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(separator)).map(Integer::valueOf).toList();
    }

    static String rowsText(List<Integer> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
