package dev.windrose.gateway.token.web;

import dev.windrose.gateway.token.PublicKeys;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public signing keys, for whoever verifies our tokens. */
@RestController
class JwksController {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PublicKeys keys;

    JwksController(PublicKeys keys) {
        this.keys = keys;
    }

    /** 200 a JSON Web Key Set, to be kept for a minute. */
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<PublicKeys.KeySet> show() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(keys.asJwks());
    }
}
