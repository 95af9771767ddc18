package dev.windrose.flight.seats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Seats for those of a party who have none. In this order: no child ever sits in an exit row, and a grown-up only if nothing else is free;
 * all in one row, else in as few rows behind each other as it takes; side by side, near those of the party who have a seat; without leaving
 * a single seat between others, which nobody wants, and rather on the seats that are left so already; then in front. An aisle between two
 * is better than such a single seat, but not if there are children. Split over rows, a
 * child has a grown-up in his row as long as there are enough of them.
 */
public final class SeatParty {
    private SeatParty() {}

    /** One who needs a seat. */
    public record Seeker(String passengerId, boolean child) {}

    /**
     * @param taken the numbers of seats that somebody has
     * @param own of those, the ones that others of the party have
     * @return the seats by passenger; empty if the cabin hasn't enough seats where they may sit
     */
    public static Optional<Map<String, Seat>> seat(
            SeatMap map, Set<String> taken, Collection<String> own, List<Seeker> seekers) {
        List<Seat> ordinary = free(map, taken, false);
        List<Seat> exits = free(map, taken, true);
        long children = seekers.stream().filter(Seeker::child).count();
        if (ordinary.size() < children || ordinary.size() + exits.size() < seekers.size()) {
            return Optional.empty();
        }
        CabinSeats cabin = new CabinSeats(map, taken, own, children > 0);
        int together = Math.min(seekers.size(), ordinary.size());
        List<Seeker> inOrder = seekers.stream()
                .sorted(Comparator.comparing(Seeker::child).reversed())
                .toList();
        List<Seeker> first = together == seekers.size() ? seekers : inOrder.subList(0, together);
        Map<String, Seat> seats = new LinkedHashMap<>(distribute(cabin.best(ordinary, together), first));
        if (together < seekers.size()) {
            List<Seeker> rest = inOrder.subList(together, inOrder.size());
            seats.putAll(distribute(cabin.best(exits, rest.size()), rest));
        }
        return Optional.of(seats);
    }

    private static List<Seat> free(SeatMap map, Set<String> taken, boolean exitRow) {
        return map.rows().stream()
                .flatMap(List::stream)
                .filter(seat -> seat.exitRow() == exitRow && !taken.contains(seat.number()))
                .toList();
    }

    /** Who gets which of the seats that were chosen, row by row. */
    private static Map<String, Seat> distribute(List<List<Seat>> rows, List<Seeker> seekers) {
        List<Seeker> children =
                new ArrayList<>(seekers.stream().filter(Seeker::child).toList());
        List<Seeker> adults = new ArrayList<>(
                seekers.stream().filter(seeker -> !seeker.child()).toList());
        Map<List<Seat>, List<Seeker>> seated = new LinkedHashMap<>();
        List<List<Seat>> largestFirst = rows.stream()
                .sorted(Comparator.comparing(List<Seat>::size).reversed())
                .toList();
        for (List<Seat> row : largestFirst) {
            List<Seeker> inRow = new ArrayList<>();
            take(adults, inRow, 1);
            seated.put(row, inRow);
        }
        for (List<Seat> row : largestFirst) {
            List<Seeker> inRow = seated.getOrDefault(row, List.of());
            take(children, inRow, row.size() - inRow.size());
            take(adults, inRow, row.size() - inRow.size());
        }
        Map<String, Seat> seats = new LinkedHashMap<>();
        seated.forEach((row, inRow) -> {
            List<Seeker> asNamed = inRow.stream()
                    .sorted(Comparator.comparing(seekers::indexOf))
                    .toList();
            for (int i = 0; i < row.size(); i++) {
                seats.put(asNamed.get(i).passengerId(), row.get(i));
            }
        });
        return seats;
    }

    private static void take(List<Seeker> from, List<Seeker> to, int count) {
        List<Seeker> taken = from.subList(0, Math.min(count, from.size()));
        to.addAll(taken);
        taken.clear();
    }
}
