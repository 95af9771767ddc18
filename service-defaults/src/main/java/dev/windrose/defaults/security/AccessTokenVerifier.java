package dev.windrose.defaults.security;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SignatureException;
import java.security.Key;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies access tokens (RFC 9068): RS256 alone, known key, issuer, audience, type and expiry. The gateway and every service do so. */
public final class AccessTokenVerifier {
    public static final String ISSUER = "windrose";
    public static final String AUDIENCE = "windrose-api";
    public static final String TYPE = "at+jwt";

    private final VerificationKeys keys;
    private final JwtParser parser;

    public AccessTokenVerifier(VerificationKeys keys, Clock clock) {
        this.keys = keys;
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.RS256)
                .and()
                .keyLocator(this::keyOf)
                .requireIssuer(ISSUER)
                .requireAudience(AUDIENCE)
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(2)
                .build();
    }

    /** Who the token speaks for; {@link Unauthenticated} if it isn't one of ours or is past its time. */
    public CurrentUser verify(String token) {
        try {
            return userOf(parser.parseSignedClaims(token).getPayload());
        } catch (ExpiredJwtException e) {
            throw Unauthenticated.tokenExpired();
        } catch (JwtException | IllegalArgumentException e) {
            throw Unauthenticated.invalidToken();
        }
    }

    private Key keyOf(Header header) {
        PublicKey key = null;
        if (header instanceof JwsHeader jws && TYPE.equals(jws.getType()) && jws.getKeyId() != null) {
            key = keys.find(jws.getKeyId());
        }
        if (key == null) {
            throw new SignatureException("no key for it");
        }
        return key;
    }

    private static CurrentUser userOf(Claims claims) {
        if (claims.getExpiration() == null || claims.getSubject() == null) {
            throw new IllegalArgumentException("a token needs sub and exp");
        }
        return new CurrentUser(
                claims.getSubject(), text(claims.get("email")), text(claims.get("name")), roles(claims.get("roles")));
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String s ? s : "";
    }

    private static Set<Role> roles(@Nullable Object claim) {
        return claim instanceof Collection<?> names
                ? names.stream().map(n -> Role.valueOf(String.valueOf(n))).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
