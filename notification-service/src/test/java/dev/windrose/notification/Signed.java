package dev.windrose.notification;

import dev.windrose.defaults.security.AccessTokenVerifier;
import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.security.VerificationKeys;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Access tokens as the gateway would sign them, with a key of this JVM's own. */
public final class Signed {
    private static final String KEY_ID = "test";
    private static final KeyPair KEYS = Jwts.SIG.RS256.keyPair().build();

    private Signed() {}

    /** What a service under test verifies them with. */
    public static VerificationKeys keys() {
        return id -> id.equals(KEY_ID) ? KEYS.getPublic() : null;
    }

    public static String tokenOf(String userId, Role role) {
        return Jwts.builder()
                .header()
                .type(AccessTokenVerifier.TYPE)
                .keyId(KEY_ID)
                .and()
                .issuer(AccessTokenVerifier.ISSUER)
                .audience()
                .add(AccessTokenVerifier.AUDIENCE)
                .and()
                .subject(userId)
                .claim("email", "somebody@example.com")
                .claim("name", "Some Body")
                .claim("roles", List.of(role.name()))
                .expiration(Date.from(Instant.now().plusSeconds(300)))
                .signWith(KEYS.getPrivate(), Jwts.SIG.RS256)
                .compact();
    }
}
