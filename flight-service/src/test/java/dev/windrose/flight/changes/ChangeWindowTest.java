package dev.windrose.flight.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.changes.ChangeWindow.Gap;
import org.junit.jupiter.api.Test;

class ChangeWindowTest {
    private static final long MEMORY = 100;
    private final ChangeWindow window = new ChangeWindow(10, MEMORY);

    @Test
    void aNumberIsTakenOnce() {
        assertThat(window.saw(11, 0)).isTrue();
        assertThat(window.saw(11, 0)).isFalse();
        assertThat(window.saw(10, 0)).isFalse();
        assertThat(window.gaps()).isEmpty();
    }

    @Test
    void whatWasSkippedIsStillTakenLater() {
        window.saw(15, 0);
        assertThat(window.gaps()).containsExactly(new Gap(11, 14, 0));
        assertThat(window.saw(13, 5)).isTrue();
        assertThat(window.saw(13, 5)).isFalse();
        assertThat(window.gaps()).containsExactly(new Gap(11, 12, 0), new Gap(14, 14, 0));
        assertThat(window.saw(14, 6)).isTrue();
        assertThat(window.saw(11, 6)).isTrue();
        assertThat(window.saw(12, 6)).isTrue();
        assertThat(window.gaps()).isEmpty();
        assertThat(window.highest()).isEqualTo(15);
    }

    @Test
    void aGapIsGivenUpOnceNoTransactionCanFillIt() {
        window.saw(12, 0);
        window.saw(14, 50);
        window.giveUpOld(MEMORY);
        assertThat(window.gaps()).hasSize(2);
        window.giveUpOld(MEMORY + 1);
        assertThat(window.gaps()).containsExactly(new Gap(13, 13, 50));
        assertThat(window.saw(11, MEMORY + 2)).isFalse();
    }
}
