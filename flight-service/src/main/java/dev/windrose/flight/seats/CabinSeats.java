package dev.windrose.flight.seats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cabin as it is taken, and the best of the seats that are to be had in it. */
final class CabinSeats {
    /** Somebody else, or an empty seat, between two of a party. */
    private static final int APART = 800;

    /** A row between two of a party. */
    private static final int ROW_AWAY = 1000;

    private static final int ALONE_IN_ROW = 300;
    private static final int LEFT_SINGLE = 200;
    private static final int ACROSS_AISLE = 40;
    private static final int ACROSS_AISLE_FROM_CHILD = 300;
    private static final int IN_THE_MIDDLE = 30;

    private final SeatMap map;
    private final Set<String> taken;
    private final List<Seat> own;
    private final int acrossAisle;

    /** @param own seats that others of the party have */
    CabinSeats(SeatMap map, Set<String> taken, Collection<String> own, boolean withChildren) {
        this.acrossAisle = withChildren ? ACROSS_AISLE_FROM_CHILD : ACROSS_AISLE;
        this.map = map;
        this.taken = taken;
        this.own = own.stream().flatMap(number -> map.find(number).stream()).toList();
    }

    /** So many of them, grouped by row. @param seats at least as many, in the order of the cabin */
    List<List<Seat>> best(List<Seat> seats, int count) {
        if (count == 0) {
            return List.of();
        }
        Map<Integer, List<Seat>> byRow = new LinkedHashMap<>();
        seats.forEach(seat ->
                byRow.computeIfAbsent(seat.row(), row -> new ArrayList<>()).add(seat));
        List<List<Seat>> rows = List.copyOf(byRow.values());
        int span = narrowest(rows, count);
        return IntStream.range(0, rows.size())
                .mapToObj(first -> within(rows, first, span))
                .filter(window -> sizeOf(window) >= count)
                .map(window -> choose(window, count))
                .min(Comparator.comparingInt(Choice::cost))
                .orElseThrow()
                .rows();
    }

    /** Over how few rows the seats can be, from the first to the last. */
    private static int narrowest(List<List<Seat>> rows, int count) {
        int widest = lastRow(rows) - rows.get(0).get(0).row() + 1;
        return IntStream.rangeClosed(1, widest)
                .filter(span ->
                        IntStream.range(0, rows.size()).anyMatch(first -> sizeOf(within(rows, first, span)) >= count))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Seat>> within(List<List<Seat>> rows, int first, int span) {
        int end = rows.get(first).get(0).row() + span;
        return rows.subList(first, rows.size()).stream()
                .takeWhile(row -> row.get(0).row() < end)
                .toList();
    }

    private static int lastRow(List<List<Seat>> rows) {
        return rows.get(rows.size() - 1).get(0).row();
    }

    private static int sizeOf(List<List<Seat>> rows) {
        return rows.stream().mapToInt(List::size).sum();
    }

    private record Choice(int cost, List<List<Seat>> rows) {
        Choice plus(Choice other) {
            return new Choice(
                    cost + other.cost,
                    Stream.concat(rows.stream(), other.rows.stream()).toList());
        }
    }

    /** The cheapest way to take so many from these rows: row after row, the best for each number of passengers seated so far. */
    private Choice choose(List<List<Seat>> rows, int count) {
        @Nullable Choice[] best = new Choice[count + 1];
        best[0] = new Choice(0, List.of());
        for (List<Seat> row : rows) {
            @Nullable Choice[] next = best.clone();
            for (int here = 1; here <= Math.min(count, row.size()); here++) {
                Choice inRow = inRow(row, here, here < count);
                for (int before = 0; before + here <= count; before++) {
                    Choice reached = best[before];
                    Choice known = next[before + here];
                    if (reached != null && (known == null || reached.cost + inRow.cost < known.cost)) {
                        next[before + here] = reached.plus(inRow);
                    }
                }
            }
            best = next;
        }
        Choice all = best[count];
        if (all == null) {
            throw new IllegalStateException("fewer seats than were counted");
        }
        return all;
    }

    private Choice inRow(List<Seat> free, int count, boolean partyIsSplit) {
        return IntStream.rangeClosed(0, free.size() - count)
                .mapToObj(from -> free.subList(from, from + count))
                .map(seats -> new Choice(cost(seats, partyIsSplit), List.of(seats)))
                .min(Comparator.comparingInt(Choice::cost))
                .orElseThrow();
    }

    private int cost(List<Seat> seats, boolean partyIsSplit) {
        int row = seats.get(0).row();
        List<Seat> inRow = Stream.concat(seats.stream(), own.stream().filter(seat -> seat.row() == row))
                .sorted(Comparator.comparingInt(Seat::index))
                .toList();
        int cost = own.stream()
                .mapToInt(seat -> ROW_AWAY * Math.abs(seat.row() - row))
                .min()
                .orElse(0);
        for (int i = 1; i < inRow.size(); i++) {
            int between = inRow.get(i).index() - inRow.get(i - 1).index() - 1;
            if (between > 0) {
                cost += APART + between;
            } else if (inRow.get(i).block() != inRow.get(i - 1).block()) {
                cost += acrossAisle;
            }
        }
        if (inRow.size() == 1) {
            cost += partyIsSplit ? ALONE_IN_ROW : 0;
            cost += inRow.get(0).position() == SeatPosition.MIDDLE ? IN_THE_MIDDLE : 0;
        }
        return cost + LEFT_SINGLE * (singles(row, seats) - singles(row, List.of()));
    }

    /** How many free seats of a row would have no free one beside them. */
    private int singles(int row, List<Seat> given) {
        Set<String> gone = new HashSet<>(taken);
        given.forEach(seat -> gone.add(seat.number()));
        List<Seat> seats = map.row(row);
        return (int) IntStream.range(0, seats.size())
                .filter(i -> isFree(seats, i, seats.get(i).block(), gone)
                        && !isFree(seats, i - 1, seats.get(i).block(), gone)
                        && !isFree(seats, i + 1, seats.get(i).block(), gone))
                .count();
    }

    private static boolean isFree(List<Seat> seats, int i, int block, Set<String> gone) {
        return i >= 0
                && i < seats.size()
                && seats.get(i).block() == block
                && !gone.contains(seats.get(i).number());
    }
}
