package dev.windrose.flight.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which numbers of the log were seen and which may still come: a number is drawn at the insert, its row shows at the commit, so a lower
 * one may follow a higher one. A gap is looked at again until it is older than any transaction can be; then it was a rollback.
 */
final class ChangeWindow {
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();
    private final long rememberNanos;
    private long highest;

    /** Numbers from {@code from} to {@code to}, both included, missing since {@code sinceNanos}. */
    record Gap(long from, long to, long sinceNanos) {}

    /** @param highest the number from which on all are wanted, this one excluded */
    ChangeWindow(long highest, long rememberNanos) {
        this.highest = highest;
        this.rememberNanos = rememberNanos;
    }

    long highest() {
        return highest;
    }

    List<Gap> gaps() {
        return new ArrayList<>(gaps.values());
    }

    AsOf asOf() {
        return AsOf.of(highest, gaps());
    }

    /** Notes a number. False if it was seen before (or given up as rolled back). */
    boolean saw(long seq, long nowNanos) {
        if (seq > highest) {
            if (seq > highest + 1) {
                gaps.put(highest + 1, new Gap(highest + 1, seq - 1, nowNanos));
            }
            highest = seq;
            return true;
        }
        Map.Entry<Long, Gap> at = gaps.floorEntry(seq);
        if (at == null || at.getValue().to() < seq) {
            return false;
        }
        close(at.getValue(), seq);
        return true;
    }

    /** Gives up the gaps that no transaction can fill any more. Call after they were looked at, not before. */
    void giveUpOld(long nowNanos) {
        gaps.values().removeIf(gap -> nowNanos - gap.sinceNanos() > rememberNanos);
    }

    private void close(Gap gap, long seq) {
        gaps.remove(gap.from());
        if (gap.from() < seq) {
            gaps.put(gap.from(), new Gap(gap.from(), seq - 1, gap.sinceNanos()));
        }
        if (seq < gap.to()) {
            gaps.put(seq + 1, new Gap(seq + 1, gap.to(), gap.sinceNanos()));
        }
    }
}
