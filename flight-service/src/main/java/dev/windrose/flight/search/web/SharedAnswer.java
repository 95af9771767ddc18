package dev.windrose.flight.search.web;

import dev.windrose.flight.search.Staleness;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that are the same for everybody: they may be kept for a second, and asked for again with their ETag. The tag is weak and of what
 * the answer says: its cursor, which is another each time, isn't part of it. While the tables can't be followed answers say since when.
 */
@Component
class SharedAnswer {
    static final String STALE_SINCE = "X-Windrose-Stale-Since";
    private static final Duration KEEP = Duration.ofSeconds(1);

    private final JsonMapper json;
    private final Staleness staleness;

    SharedAnswer(JsonMapper json, Staleness staleness) {
        this.json = json;
        this.staleness = staleness;
    }

    ResponseEntity<byte[]> of(Object answer) {
        return of(answer, 0, 0);
    }

    /**
     * @param cursorLength of the JSON's end that is not to be part of the tag
     * @param age a number that is another whenever the answer should be fetched anew, lest its cursor expires in a cache
     */
    ResponseEntity<byte[]> of(Object answer, int cursorLength, long age) {
        byte[] body = json.writeValueAsBytes(answer);
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(KEEP).cachePublic())
                .eTag("W/\"" + tag(body, body.length - cursorLength, age) + "\"");
        Instant staleSince = staleness.since();
        if (staleSince != null) {
            response.header(STALE_SINCE, staleSince.toString());
        }
        return response.body(body);
    }

    /** Of two checksums that the processor computes itself: a hash made for secrecy would cost as much as the search. */
    private static String tag(byte[] body, int length, long age) {
        return checksum(new CRC32(), body, length) + checksum(new CRC32C(), body, length) + Long.toHexString(age);
    }

    private static String checksum(Checksum checksum, byte[] body, int length) {
        checksum.update(body, 0, length);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
