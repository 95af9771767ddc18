package dev.windrose.defaults.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer as it was first given, to be given again. */
public record StoredAnswer(
        int status, String body, @Nullable String location) {
    /** The answer as a response; a replay says so in {@code Idempotent-Replayed}. */
    public ResponseEntity<String> toResponse(boolean replayed) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(status < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, location);
        }
        if (replayed) {
            headers.set("Idempotent-Replayed", "true");
        }
        return ResponseEntity.status(status).headers(headers).body(body);
    }
}
