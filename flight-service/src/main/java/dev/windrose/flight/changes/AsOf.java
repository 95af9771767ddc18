package dev.windrose.flight.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A point in the log of changes: every number up to the highest, but for those that were not to be seen yet. Two replicas that speak of the
 * same point speak of the same prices and seats. Immutable.
 */
public final class AsOf {
    public static final AsOf BEGINNING = new AsOf(0, new long[0]);
    private static final int RADIX = 36;

    private final long highest;
    /** From and to, both included, in ascending order, all below the highest. */
    private final long[] missing;

    private AsOf(long highest, long[] missing) {
        this.highest = highest;
        this.missing = missing;
    }

    static AsOf of(long highest, List<ChangeWindow.Gap> gaps) {
        long[] missing = new long[2 * gaps.size()];
        for (int i = 0; i < gaps.size(); i++) {
            missing[2 * i] = gaps.get(i).from();
            missing[2 * i + 1] = gaps.get(i).to();
        }
        return new AsOf(highest, missing);
    }

    public long highest() {
        return highest;
    }

    public boolean includes(long seq) {
        return seq <= highest && (missing.length == 0 || !isMissing(seq));
    }

    /** Whether all that was seen at the other point was seen at this one. */
    public boolean covers(AsOf other) {
        if (highest < other.highest) {
            return false;
        }
        for (int i = 0; i < missing.length && missing[i] <= other.highest; i += 2) {
            if (!other.lacksAll(missing[i], Math.min(missing[i + 1], other.highest))) {
                return false;
            }
        }
        return true;
    }

    /** Short, for a cursor. */
    public String text() {
        StringBuilder text = new StringBuilder(Long.toString(highest, RADIX));
        for (int i = 0; i < missing.length; i += 2) {
            text.append(' ').append(Long.toString(highest - missing[i + 1], RADIX));
            text.append(' ').append(Long.toString(missing[i + 1] - missing[i], RADIX));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is of no point */
    public static AsOf parse(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String number : text.split(" ")) {
            numbers.add(Long.parseLong(number, RADIX));
        }
        if (numbers.size() % 2 == 0) {
            throw new IllegalArgumentException("a gap without its end");
        }
        long highest = numbers.get(0);
        long[] missing = new long[numbers.size() - 1];
        for (int i = 0; i < missing.length; i += 2) {
            missing[i + 1] = highest - numbers.get(i + 1);
            missing[i] = missing[i + 1] - numbers.get(i + 2);
        }
        return new AsOf(highest, missing);
    }

    private boolean isMissing(long seq) {
        int at = Arrays.binarySearch(missing, seq);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    private boolean lacksAll(long from, long to) {
        for (int i = 0; i < missing.length; i += 2) {
            if (missing[i] <= from && to <= missing[i + 1]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsOf that && highest == that.highest && Arrays.equals(missing, that.missing);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(highest) + 31 * Arrays.hashCode(missing);
    }

    @Override
    public String toString() {
        return text();
    }
}
