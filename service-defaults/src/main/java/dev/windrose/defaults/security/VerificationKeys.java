package dev.windrose.defaults.security;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** The public keys that access tokens may be signed with: the gateway knows its own, the others ask it. */
public interface VerificationKeys {
    /** The key of that id, or null if there is none. */
    @Nullable
    PublicKey find(String keyId);
}
