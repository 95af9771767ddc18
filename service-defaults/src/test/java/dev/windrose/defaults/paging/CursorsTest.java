package dev.windrose.defaults.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.defaults.problem.ValidationFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private final Cursors cursors = at(NOW);

    @Test
    void giveBackThePositionToTheListTheyWereMadeFor() {
        assertThat(cursors.decode("cities?q=", cursors.encode("cities?q=", "SEA\n4|ü")))
                .isEqualTo("SEA\n4|ü");
        assertThat(cursors.decode("cities?q=", null)).isNull();
    }

    @Test
    void areGoodForTenMinutesAndNotForADay() {
        String cursor = cursors.encode("cities", "SEA");

        assertThat(at(NOW.plus(Duration.ofMinutes(10))).decode("cities", cursor))
                .isEqualTo("SEA");
        assertThatThrownBy(() -> at(NOW.plus(Duration.ofDays(1))).decode("cities", cursor))
                .isInstanceOf(ValidationFailed.class);
    }

    @Test
    void ofAnotherListAreRefused() {
        String cursor = cursors.encode("cities", "SEA");

        assertThatThrownBy(() -> cursors.decode("airports", cursor)).isInstanceOf(ValidationFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "AAAA", "NDIKNDIK", "ey4u", "äöü"})
    void damagedAreRefused(String cursor) {
        assertThatThrownBy(() -> cursors.decode("cities", cursor)).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void changedInAnyPlaceAreRefused() {
        String cursor = cursors.encode("cities", "SEA");
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);

            assertThatThrownBy(() -> cursors.decode("cities", damaged)).isInstanceOf(ValidationFailed.class);
        }
    }

    @Test
    void aPageHasACursorOnlyIfThereIsMore() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), "after b"));
        assertThat(Page.of(List.of("a", "b"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "ten", "", "99999999999999999999"})
    void aLimitOutOfRangeIsRefused(String limit) {
        assertThatThrownBy(() -> Limit.parse(limit)).isInstanceOf(ValidationFailed.class);
    }

    private static Cursors at(Instant now) {
        return new Cursors(Clock.fixed(now, ZoneOffset.UTC));
    }
}
