package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.Faults;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What may be a password: 8 to 128 characters of any script, none of the commonly used ones, and nothing else is asked (NIST SP 800-63B). */
final class PasswordRules {
    private static final int MIN = 8;
    private static final int MAX = 128;

    private PasswordRules() {}

    /** Notes what is wrong with a new password. */
    static void check(String field, @Nullable String password, Faults faults) {
        if (password == null || password.isEmpty()) {
            faults.add(field, "required", "is required");
            return;
        }
        int length = password.codePointCount(0, password.length());
        if (length < MIN) {
            faults.add(field, "too_short", "must have at least " + MIN + " characters");
        } else if (length > MAX) {
            faults.add(field, "too_long", "must have at most " + MAX + " characters");
        } else if (password.codePoints().anyMatch(PasswordRules::isHalfCharacter)) {
            faults.add(field, "invalid", "must be well-formed Unicode");
        } else if (CommonPasswords.contain(password)) {
            faults.add(field, "too_common", "is one of the commonly used passwords");
        }
    }

    /** The form that is hashed: the same text typed on another machine may come composed differently (NFC); nothing else is changed. */
    static String canonical(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static boolean isHalfCharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
