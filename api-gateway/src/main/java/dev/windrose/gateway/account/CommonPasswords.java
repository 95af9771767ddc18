package dev.windrose.gateway.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that everybody tries first, in any mixture of upper and lower case. */
final class CommonPasswords {
    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    static boolean contain(String password) {
        return LIST.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
