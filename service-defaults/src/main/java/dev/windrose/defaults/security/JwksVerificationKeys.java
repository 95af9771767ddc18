package dev.windrose.defaults.security;

import dev.windrose.defaults.problem.Problems;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The gateway's keys, kept; fetched again for an unknown id, but not more than once in a while however many ids are made up. */
public final class JwksVerificationKeys implements VerificationKeys {
    private static final Logger log = LoggerFactory.getLogger(JwksVerificationKeys.class);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);

    private final RestClient gateway;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, PublicKey> keys = Map.of();
    private volatile long fetchedAtNanos = System.nanoTime() - BETWEEN_FETCHES.toNanos();

    /** @param gateway with the gateway's base address and timeouts */
    public JwksVerificationKeys(RestClient gateway) {
        this.gateway = gateway;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        PublicKey key = keys.get(keyId);
        if (key == null) {
            refresh();
            key = keys.get(keyId);
        }
        if (key == null && keys.isEmpty()) {
            throw Problems.unavailable();
        }
        return key;
    }

    private void refresh() {
        fetching.lock();
        try {
            boolean fresh = System.nanoTime() - fetchedAtNanos < BETWEEN_FETCHES.toNanos();
            if (fresh && !keys.isEmpty()) {
                return;
            }
            keys = fetch();
            fetchedAtNanos = System.nanoTime();
        } catch (RestClientException e) {
            log.warn("the gateway's signing keys can't be had: {}", e.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private Map<String, PublicKey> fetch() {
        String document = gateway.get().uri("/.well-known/jwks.json").retrieve().body(String.class);
        if (document == null) {
            throw new RestClientException("empty answer");
        }
        return Jwks.setParser().build().parse(document).getKeys().stream()
                .filter(jwk -> asKey(jwk) instanceof PublicKey)
                .collect(Collectors.toUnmodifiableMap(Jwk::getId, jwk -> (PublicKey) asKey(jwk)));
    }

    private static Key asKey(Jwk<?> jwk) {
        return jwk.toKey();
    }
}
