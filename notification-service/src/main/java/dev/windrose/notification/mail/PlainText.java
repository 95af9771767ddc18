package dev.windrose.notification.mail;

import java.util.regex.Pattern;

/** Text from outside on its way into header lines and bodies. */
final class PlainText {
    private static final Pattern BREAKS_OR_CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

    private PlainText() {}

    /** No line break or control character survives: in a header it would begin another one. */
    static String oneLine(String text) {
        return BREAKS_OR_CONTROLS.matcher(text).replaceAll(" ").strip();
    }
}
