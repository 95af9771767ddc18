package dev.windrose.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.security.AccessTokenVerifier;
import dev.windrose.defaults.security.VerificationKeys;
import dev.windrose.gateway.Client;
import dev.windrose.gateway.Client.Answer;
import dev.windrose.gateway.GatewayTest;
import dev.windrose.gateway.token.SigningKeys.SigningKey;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class TokenChecksTest extends GatewayTest {
    private static final String PROTECTED = "/api/v1/users/me";

    @Autowired
    private SigningKeys keys;

    @Autowired
    private List<VerificationKeys> allVerificationKeys;

    private String userId = "";

    @BeforeEach
    void someone() {
        userId = customer("Ada").get(PROTECTED).json().get("id").asString();
    }

    private JwtBuilder good() {
        Instant now = Instant.now();
        return Jwts.builder()
                .header()
                .type(AccessTokenVerifier.TYPE)
                .keyId(keys.current().id())
                .and()
                .issuer(AccessTokenVerifier.ISSUER)
                .audience()
                .add(AccessTokenVerifier.AUDIENCE)
                .and()
                .subject(userId)
                .claim("roles", List.of("CUSTOMER"))
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plusSeconds(60)));
    }

    private Answer with(UnaryOperator<JwtBuilder> change) {
        return use(change.apply(good())
                .signWith(keys.current().privateKey(), Jwts.SIG.RS256)
                .compact());
    }

    private Answer use(String token) {
        return nobody().with(token).get(PROTECTED);
    }

    private static String json(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void verifiesWithItsOwnKeysAlone() {
        assertThat(allVerificationKeys).containsExactly(keys);
        assertThat(with(b -> b).status()).isEqualTo(200);
    }

    @Test
    void issuesWhatTheContractSays() {
        String token = customer("Grace Hopper").token();
        var claims =
                Jwts.parser().verifyWith(keys.current().publicKey()).build().parseSignedClaims(String.valueOf(token));
        assertThat(claims.getHeader().getType()).isEqualTo("at+jwt");
        assertThat(claims.getHeader().getKeyId()).isEqualTo(keys.current().id());
        assertThat(claims.getHeader().getAlgorithm()).isEqualTo("RS256");
        assertThat(claims.getPayload())
                .containsKeys("iss", "aud", "sub", "email", "name", "roles", "iat", "exp", "jti");
        Duration life = Duration.between(
                claims.getPayload().getIssuedAt().toInstant(),
                claims.getPayload().getExpiration().toInstant());
        assertThat(life).isLessThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void refusesWrongClaims() {
        with(b -> b.issuer("somebody else")).problem(401, "unauthenticated");
        with(b -> b.audience()
                        .add("another-api")
                        .and()
                        .audience()
                        .remove(AccessTokenVerifier.AUDIENCE)
                        .and())
                .problem(401, "unauthenticated");
        with(b -> b.expiration(Date.from(Instant.now().minusSeconds(10)))).problem(401, "token_expired");
        with(b -> b.expiration(null)).problem(401, "unauthenticated");
        with(b -> b.subject(null)).problem(401, "unauthenticated");
        with(b -> b.header().type("JWT").and()).problem(401, "unauthenticated");
        with(b -> b.header().type(null).and()).problem(401, "unauthenticated");
        with(b -> b.header().keyId("../../etc/passwd").and()).problem(401, "unauthenticated");
        with(b -> b.header().keyId(null).and()).problem(401, "unauthenticated");
        with(b -> b.claim("roles", List.of("EMPEROR"))).problem(401, "unauthenticated");
    }

    @Test
    void refusesWrongSignatures() {
        String kid = keys.current().id();
        String claims = json("{\"iss\":\"windrose\",\"aud\":[\"windrose-api\"],\"sub\":\"" + userId
                + "\",\"roles\":[\"ADMIN\"],\"exp\":"
                + Instant.now().plusSeconds(60).getEpochSecond() + "}");
        String none = json("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}");
        use(none + "." + claims + ".").problem(401, "unauthenticated");
        use(none + "." + claims + ".AAAA").problem(401, "unauthenticated");
        byte[] publicKey = keys.current().publicKey().getEncoded();
        use(good().signWith(Keys.hmacShaKeyFor(publicKey), Jwts.SIG.HS256).compact())
                .problem(401, "unauthenticated");
        use(good().signWith(keys.current().privateKey(), Jwts.SIG.RS512).compact())
                .problem(401, "unauthenticated");
        use(good().signWith(keys.current().privateKey(), Jwts.SIG.PS256).compact())
                .problem(401, "unauthenticated");
        var stranger = Jwts.SIG.RS256.keyPair().build();
        use(good().signWith(stranger.getPrivate(), Jwts.SIG.RS256).compact()).problem(401, "unauthenticated");
        var jwk = Jwks.builder()
                .key((java.security.interfaces.RSAPublicKey) stranger.getPublic())
                .build();
        use(good().header()
                        .add("jwk", jwk)
                        .and()
                        .signWith(stranger.getPrivate(), Jwts.SIG.RS256)
                        .compact())
                .problem(401, "unauthenticated");
        use("a.b.c").problem(401, "unauthenticated");
        use("x").problem(401, "unauthenticated");
        String token = customer("Ada").token();
        use(token + ".e30").problem(401, "unauthenticated");
    }

    @Test
    void showsItsPublicKeysAndNothingElseOfThem() {
        Answer answer = nobody().get("/.well-known/jwks.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Cache-Control")).containsExactly("max-age=60, public");
        JsonNode jwk = answer.json().get("keys").get(0);
        assertThat(jwk.propertyNames()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
        var parsed = Jwks.setParser()
                .build()
                .parse(answer.text())
                .getKeys()
                .iterator()
                .next();
        SigningKey current = keys.current();
        assertThat((Object) parsed.toKey()).isEqualTo(current.publicKey());
        assertThat(parsed.getId()).isEqualTo(current.id());
    }

    @Test
    void signsWithTheNewestAndVerifiesWithAll() {
        var older = pair("2025-01-01-a");
        var newer = pair("2026-01-01-a");
        SigningKeys both = new SigningKeys(new java.util.TreeMap<>(Map.of(older.id(), older, newer.id(), newer)));
        assertThat(both.current()).isEqualTo(newer);
        AccessTokenVerifier verifier = new AccessTokenVerifier(both, Clock.systemUTC());
        SigningKeys onlyOlder = new SigningKeys(new java.util.TreeMap<>(Map.of(older.id(), older)));
        String token = new AccessTokens(onlyOlder, Clock.systemUTC())
                .issue("u1", "ada@example.com", "Ada", List.of())
                .token();
        assertThat(verifier.verify(token).id()).isEqualTo("u1");
    }

    private static SigningKey pair(String id) {
        var pair = Jwts.SIG.RS256.keyPair().build();
        return new SigningKey(id, pair.getPrivate(), pair.getPublic());
    }

    @Test
    void enforcesRolesFromTheTokenAlone() {
        Client customer = customer("Ada");
        customer.get("/api/v1/users", "X-Roles", "ADMIN", "X-User-Id", "admin").problem(403, "forbidden");
    }
}
