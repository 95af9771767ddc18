package dev.windrose.gateway.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address that mail can be sent to: the dot-atom form of RFC 5322 at a domain of two labels or more, within RFC 5321's lengths. */
public record EmailAddress(String value) {
    private static final int MAX = 254;
    private static final int MAX_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*");

    public EmailAddress {
        if (value.length() > MAX
                || value.indexOf('@') > MAX_LOCAL_PART
                || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be an email address like ada@example.com");
        }
    }

    /** What decides whether two addresses are the same account's. */
    public String key() {
        return keyOf(value);
    }

    /** The same for a text that may be no address at all; such a key belongs to nobody. */
    static String keyOf(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
