package dev.windrose.defaults.paging;

import dev.windrose.defaults.problem.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors: where the next page begins, for which list, until when. They hold nothing secret and give no right, so they carry a
 * checksum against damage, not a signature.
 */
public final class Cursors {
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);
    private static final String SEPARATOR = "\n";

    private final Clock clock;

    /** @param clock the machine's own is good enough, and asks no database */
    public Cursors(Clock clock) {
        this.clock = clock;
    }

    /** @param list names the list and its filters: a cursor of one is refused by another. @param position what the list needs to go on */
    public String encode(String list, String position) {
        long expires = clock.instant().plus(GOOD_FOR).getEpochSecond();
        String body = Integer.toHexString(list.hashCode()) + SEPARATOR + expires + SEPARATOR + position;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(body) + SEPARATOR + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The position, or null if no cursor was given; 400 if it is damaged, expired or of another list. */
    public @Nullable String decode(String list, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        String[] parts = decoded(cursor).split(SEPARATOR, 4);
        if (parts.length != 4 || !parts[0].equals(checksum(parts[1] + SEPARATOR + parts[2] + SEPARATOR + parts[3]))) {
            throw ValidationFailed.of("cursor", "invalid", "is not one of our cursors");
        }
        if (!parts[1].equals(Integer.toHexString(list.hashCode()))) {
            throw ValidationFailed.of("cursor", "invalid", "belongs to another list or other filters");
        }
        if (Long.parseLong(parts[2]) < clock.instant().getEpochSecond()) {
            throw ValidationFailed.of("cursor", "expired", "has expired, please begin anew");
        }
        return parts[3];
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
