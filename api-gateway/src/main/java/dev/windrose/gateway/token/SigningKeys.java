package dev.windrose.gateway.token;

import dev.windrose.defaults.security.VerificationKeys;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The gateway's keys by id: the last of them signs, all of them verify. */
final class SigningKeys implements VerificationKeys {
    private final NavigableMap<String, SigningKey> keys;

    SigningKeys(NavigableMap<String, SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("at least one key");
        }
        this.keys = new TreeMap<>(keys);
    }

    /** The key that new tokens are signed with. */
    SigningKey current() {
        return keys.lastEntry().getValue();
    }

    NavigableMap<String, SigningKey> all() {
        return keys;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        SigningKey key = keys.get(keyId);
        return key == null ? null : key.publicKey();
    }

    /** One pair. */
    record SigningKey(String id, PrivateKey privateKey, PublicKey publicKey) {}
}
