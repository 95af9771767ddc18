package dev.windrose.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final KeyPair KEYS = Jwts.SIG.RS256.keyPair().build();
    private static final KeyPair OTHER_KEYS = Jwts.SIG.RS256.keyPair().build();
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final AccessTokenVerifier verifier =
            new AccessTokenVerifier(kid -> "k1".equals(kid) ? KEYS.getPublic() : null, at(NOW));

    @Test
    void aGoodTokenSaysWhoIsCalling() {
        assertThat(verifier.verify(signed(token -> token)))
                .isEqualTo(new CurrentUser("u1", "ada@example.com", "Ada", Set.of(Role.CUSTOMER)));
    }

    @Test
    void anExpiredTokenIsToldApart() {
        String token = signed(t -> t.expiration(Date.from(NOW.minusSeconds(60))));

        assertThatThrownBy(() -> verifier.verify(token))
                .asInstanceOf(type(Unauthenticated.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("token_expired"));
    }

    @Test
    void whatIsNotExactlyOursIsRefused() {
        List<String> bad = List.of(
                signed(t -> t.issuer("somebody")),
                signed(t -> t.audience().clear().add("other").and()),
                signed(t -> t.header().type("JWT").and()),
                signed(t -> t.header().keyId("k2").and()),
                signed(t -> t.claim("exp", null)),
                signed(t -> t.claim("roles", List.of("ROOT"))),
                base().signWith(OTHER_KEYS.getPrivate(), Jwts.SIG.RS256).compact(),
                base().signWith(KEYS.getPrivate(), Jwts.SIG.RS512).compact(),
                base().signWith(Keys.hmacShaKeyFor(KEYS.getPublic().getEncoded()), Jwts.SIG.HS256)
                        .compact(),
                base().compact(),
                unsecured(),
                "",
                "a.b.c",
                "....");

        assertThat(bad)
                .allSatisfy(token -> assertThatThrownBy(() -> verifier.verify(token))
                        .asInstanceOf(type(Unauthenticated.class))
                        .satisfies(e -> assertThat(e.code()).isEqualTo("unauthenticated")));
    }

    @Test
    void aServiceTokenOpensOnlyTheServiceItIsFor() {
        ServiceTokens booking = new ServiceTokens("booking-service", SECRET, at(NOW));
        ServiceTokens flight = new ServiceTokens("flight-service", SECRET, at(NOW));
        String token = booking.tokenFor("flight-service");

        assertThat(flight.verify(token)).isEqualTo("booking-service");
        assertThatThrownBy(() -> booking.verify(token)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> flight.verify(signed(t -> t))).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() ->
                        new ServiceTokens("flight-service", SECRET, at(NOW.plus(Duration.ofMinutes(2)))).verify(token))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(Unauthenticated.class);
    }

    private static String signed(UnaryOperator<JwtBuilder> change) {
        return change.apply(base()).signWith(KEYS.getPrivate(), Jwts.SIG.RS256).compact();
    }

    private static JwtBuilder base() {
        return Jwts.builder()
                .header()
                .type(AccessTokenVerifier.TYPE)
                .keyId("k1")
                .and()
                .issuer(AccessTokenVerifier.ISSUER)
                .audience()
                .add(AccessTokenVerifier.AUDIENCE)
                .and()
                .subject("u1")
                .claim("email", "ada@example.com")
                .claim("name", "Ada")
                .claim("roles", List.of("CUSTOMER"))
                .expiration(Date.from(NOW.plusSeconds(600)));
    }

    private static String unsecured() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String signedToken = signed(t -> t);
        return header + signedToken.substring(signedToken.indexOf('.'), signedToken.lastIndexOf('.') + 1);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
