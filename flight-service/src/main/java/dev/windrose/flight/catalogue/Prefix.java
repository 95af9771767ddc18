package dev.windrose.flight.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;

/** A prefix as patterns of SQL's {@code like}. */
final class Prefix {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,10}");
    private static final String MATCHES_NOTHING = "";

    private Prefix() {}

    /** For columns of codes, which are ASCII and upper-case. */
    static String ofCode(String prefix) {
        return CODE.matcher(prefix).matches() ? prefix.toUpperCase(Locale.ROOT) + "%" : MATCHES_NOTHING;
    }

    /** For columns of names, which compare without case and accents. The escape character is {@code !}. */
    static String ofName(String prefix) {
        return prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
