package dev.windrose.booking.payment;

import dev.windrose.defaults.lifecycle.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Recognises a card sent again without keeping it. A plain hash of a card number is undone by trying them all, so this one is keyed,
 * with a key that the database doesn't hold and every replica derives alike.
 */
@Component
public class CardFingerprint {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "windrose card fingerprint v1";
    private static final String LOCAL_SECRET = "windrose-local-card-fingerprint-secret-not-for-production";

    private final byte[] key;

    CardFingerprint(Environment environment) {
        String secret = Secrets.require(environment, "SERVICE_TOKEN_SECRET", LOCAL_SECRET);
        this.key = hmac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    public String of(Card card) {
        return HexFormat.of().formatHex(hmac(key, card.secretText()));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
