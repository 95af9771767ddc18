package dev.windrose.booking;

import dev.windrose.defaults.security.AccessTokenVerifier;
import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.security.VerificationKeys;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Access tokens signed with a key of the tests' own. */
final class TestTokens {
    private static final String KEY_ID = "test-key";
    private static final KeyPair KEYS = Jwts.SIG.RS256.keyPair().build();

    private TestTokens() {}

    static String of(String userId, Role... roles) {
        return Jwts.builder()
                .header()
                .keyId(KEY_ID)
                .type(AccessTokenVerifier.TYPE)
                .and()
                .issuer(AccessTokenVerifier.ISSUER)
                .audience()
                .add(AccessTokenVerifier.AUDIENCE)
                .and()
                .subject(userId)
                .claim("email", userId + "@example.com")
                .claim("name", "Test " + userId)
                .claim("roles", List.of(roles))
                .expiration(Date.from(Instant.now().plusSeconds(3600)))
                .signWith(KEYS.getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    static VerificationKeys verificationKeys() {
        return id -> id.equals(KEY_ID) ? KEYS.getPublic() : null;
    }
}
