package dev.windrose.defaults.security;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/** Tokens that services show each other on {@code /internal/**}: HS256, one audience, a minute long. */
public final class ServiceTokens {
    private static final String ISSUER = "windrose-internal";
    private static final String TYPE = "service+jwt";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(20);

    private final String self;
    private final SecretKey key;
    private final Clock clock;
    private final JwtParser parser;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** @param self this service's name, the audience it takes. @param secret at least 32 bytes */
    public ServiceTokens(String self, String secret, Clock clock) {
        this.self = self;
        this.key = Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .add(Jwts.SIG.HS384)
                .add(Jwts.SIG.HS512)
                .and()
                .verifyWith(key)
                .requireIssuer(ISSUER)
                .requireAudience(self)
                .clock(() -> Date.from(clock.instant()))
                .clockSkewSeconds(5)
                .build();
    }

    /** A token for a call to that service, used again until shortly before its end. */
    public String tokenFor(String service) {
        Instant now = clock.instant();
        Issued token = issued.compute(
                service,
                (s, old) -> old == null || now.isAfter(old.expires.minus(RENEW_BEFORE_END)) ? issue(s, now) : old);
        return token.value;
    }

    /** The name of the calling service; {@link Unauthenticated} if the token isn't for us. */
    public String verify(String token) {
        try {
            var jws = parser.parseSignedClaims(token);
            if (!TYPE.equals(jws.getHeader().getType()) || jws.getPayload().getExpiration() == null) {
                throw Unauthenticated.invalidToken();
            }
            return String.valueOf(jws.getPayload().getSubject());
        } catch (JwtException | IllegalArgumentException e) {
            throw Unauthenticated.invalidToken();
        }
    }

    private Issued issue(String service, Instant now) {
        Instant expires = now.plus(LIFE);
        String token = Jwts.builder()
                .header()
                .type(TYPE)
                .and()
                .issuer(ISSUER)
                .subject(self)
                .audience()
                .add(service)
                .and()
                .issuedAt(Date.from(now))
                .expiration(Date.from(expires))
                .signWith(key)
                .compact();
        return new Issued(token, expires);
    }

    private record Issued(String value, Instant expires) {}
}
