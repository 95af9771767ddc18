package dev.windrose.gateway.account;

import dev.windrose.defaults.http.Admission;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id (m = 19 MiB, t = 2, p = 1), a few at once: a storm of logins waits here, then gets 503, and leaves the processors to the others. */
@Component
class PasswordHashing {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PasswordEncoder argon2;
    private final Admission hashing;
    private final String nobodysHash;

    @Autowired
    PasswordHashing() {
        this(new Admission(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE));
    }

    PasswordHashing(Admission hashing) {
        this(hashing, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    PasswordHashing(Admission hashing, PasswordEncoder argon2) {
        this.hashing = hashing;
        this.argon2 = argon2;
        this.nobodysHash = String.valueOf(argon2.encode(random()));
    }

    String hash(String password) {
        return hashing.admit(() -> encode(password));
    }

    /** Whether it is the password of that hash. Without a hash the answer is no, after the same work. */
    boolean matches(String password, @Nullable String hash) {
        String canonical = PasswordRules.canonical(password);
        boolean same = hashing.admit(() -> argon2.matches(canonical, hash == null ? nobodysHash : hash));
        return same && hash != null;
    }

    private String encode(String password) {
        return String.valueOf(argon2.encode(PasswordRules.canonical(password)));
    }

    private static String random() {
        byte[] bytes = new byte[HASH_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
