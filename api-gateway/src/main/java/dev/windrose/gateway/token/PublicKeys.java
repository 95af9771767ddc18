package dev.windrose.gateway.token;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/** The keys that tokens can be verified with, as a JSON Web Key Set (RFC 7517). */
@Component
public class PublicKeys {
    private final SigningKeys keys;

    PublicKeys(SigningKeys keys) {
        this.keys = keys;
    }

    public KeySet asJwks() {
        return new KeySet(keys.all().values().stream()
                .map(key -> Jwk.of(key.id(), (RSAPublicKey) key.publicKey()))
                .toList());
    }

    /** {@code {keys:[…]}}. */
    public record KeySet(List<Jwk> keys) {}

    /** One key; {@code n} and {@code e} are base64url of the unsigned number. */
    public record Jwk(String kty, String kid, String use, String alg, String n, String e) {
        static Jwk of(String id, RSAPublicKey key) {
            return new Jwk("RSA", id, "sig", "RS256", base64(key.getModulus()), base64(key.getPublicExponent()));
        }

        private static String base64(BigInteger number) {
            byte[] signed = number.toByteArray();
            int from = signed[0] == 0 ? 1 : 0;
            byte[] unsigned = java.util.Arrays.copyOfRange(signed, from, signed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
        }
    }
}
