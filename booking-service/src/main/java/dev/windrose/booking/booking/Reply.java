package dev.windrose.booking.booking;

import dev.windrose.defaults.idempotency.StoredAnswer;
import org.springframework.http.ResponseEntity;

/** The answer to a request that may be repeated, and whether this is a repeat. */
public record Reply(StoredAnswer answer, boolean replayed) {
    static Reply first(StoredAnswer answer) {
        return new Reply(answer, false);
    }

    static Reply again(StoredAnswer answer) {
        return new Reply(answer, true);
    }

    public ResponseEntity<String> toResponse() {
        return answer.toResponse(replayed);
    }
}
