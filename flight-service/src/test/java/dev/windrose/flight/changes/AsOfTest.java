package dev.windrose.flight.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.windrose.flight.changes.ChangeWindow.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsOfTest {
    @Test
    void whatWasMissingIsNotIncluded() {
        AsOf asOf = AsOf.of(20, List.of(new Gap(3, 5, 0), new Gap(19, 19, 0)));
        assertThat(List.of(1L, 2L, 6L, 18L, 20L)).allMatch(asOf::includes);
        assertThat(List.of(3L, 4L, 5L, 19L, 21L)).noneMatch(asOf::includes);
        assertThat(AsOf.BEGINNING.includes(0)).isTrue();
    }

    @Test
    void itsTextNamesTheSamePoint() {
        AsOf asOf = AsOf.of(1_000_000_007, List.of(new Gap(7, 9, 0), new Gap(999_999_999, 1_000_000_006, 0)));
        assertThat(AsOf.parse(asOf.text())).isEqualTo(asOf);
        assertThat(asOf.text().length()).isLessThan(30);
        assertThatIllegalArgumentException().isThrownBy(() -> AsOf.parse("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> AsOf.parse(""));
    }

    @Test
    void onePointCoversAnotherIfItHasSeenAllOfIt() {
        Random random = new Random(11);
        int covering = 0;
        for (int i = 0; i < 2_000; i++) {
            TreeSet<Long> one = seen(random);
            TreeSet<Long> other = seen(random);
            if (random.nextBoolean()) {
                one.addAll(other);
            }
            covering += one.containsAll(other) ? 1 : 0;
            assertThat(point(one).covers(point(other)))
                    .as("%s of %s", one, other)
                    .isEqualTo(one.containsAll(other));
        }
        assertThat(covering).isBetween(500, 1_999);
    }

    private static TreeSet<Long> seen(Random random) {
        TreeSet<Long> seen = new TreeSet<>();
        for (long seq = 1; seq <= 12; seq++) {
            if (random.nextInt(4) > 0) {
                seen.add(seq);
            }
        }
        seen.add(1 + (long) random.nextInt(12));
        return seen;
    }

    private static AsOf point(TreeSet<Long> seen) {
        List<Gap> gaps = new ArrayList<>();
        for (long seq = 1; seq < seen.last(); seq++) {
            if (!seen.contains(seq)) {
                gaps.add(new Gap(seq, seq, 0));
            }
        }
        return AsOf.of(seen.last(), gaps);
    }
}
