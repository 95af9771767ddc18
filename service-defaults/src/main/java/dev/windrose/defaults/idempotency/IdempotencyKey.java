package dev.windrose.defaults.idempotency;

import dev.windrose.defaults.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A caller's {@code Idempotency-Key} with what it was sent for: who, which path, which body. */
public record IdempotencyKey(String userId, String value, String fingerprint) {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /**
     * @param header the header's text, null if there was none
     * @param body what stands for the body: equal texts mean the same request. Nothing secret may be recognisable in it once hashed
     * @return null without a header; 400 if it isn't 1 to 255 printable characters
     */
    public static @Nullable IdempotencyKey of(String userId, @Nullable String header, String path, String body) {
        if (header == null) {
            return null;
        }
        if (!PRINTABLE.matcher(header).matches()) {
            throw ValidationFailed.of("Idempotency-Key", "invalid", "must be 1 to 255 printable ASCII characters");
        }
        return new IdempotencyKey(userId, header, sha256(path + "\n" + body));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
