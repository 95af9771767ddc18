package dev.windrose.gateway.token;

import dev.windrose.defaults.security.AccessTokenVerifier;
import dev.windrose.defaults.security.Role;
import dev.windrose.gateway.token.SigningKeys.SigningKey;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues access tokens (RFC 9068), signed with the newest key, ten minutes long. */
@Component
public class AccessTokens {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SigningKeys keys;
    private final Clock clock;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token that says who its bearer is and what they may do. */
    public Issued issue(String accountId, String email, String name, Collection<Role> roles) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        String token = Jwts.builder()
                .header()
                .type(AccessTokenVerifier.TYPE)
                .keyId(key.id())
                .and()
                .issuer(AccessTokenVerifier.ISSUER)
                .audience()
                .add(AccessTokenVerifier.AUDIENCE)
                .and()
                .subject(accountId)
                .claim("email", email)
                .claim("name", name)
                .claim("roles", roles.stream().map(Role::name).toList())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(LIFE)))
                .id(UUID.randomUUID().toString())
                .signWith(key.privateKey(), Jwts.SIG.RS256)
                .compact();
        return new Issued(token, LIFE);
    }

    /** A token and how long it is good for. */
    public record Issued(String token, Duration life) {}
}
