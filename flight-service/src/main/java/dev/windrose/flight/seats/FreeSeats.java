package dev.windrose.flight.seats;

import dev.windrose.flight.seats.ReseatPassengers.Displaced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The seats of a cabin that nobody has yet, and the best of them for a party. */
final class FreeSeats {
    private final List<List<Seat>> rows = new ArrayList<>();

    FreeSeats(SeatMap map) {
        map.rows().forEach(row -> rows.add(new ArrayList<>(row)));
    }

    void take(String number) {
        rows.forEach(row -> row.removeIf(seat -> seat.number().equals(number)));
    }

    /** Takes seats for all of them: side by side if there are such, else in one row, else in as few rows as it takes. */
    List<SeatMove> place(List<Displaced> party) {
        List<List<Seat>> open = openTo(party);
        int widest = open.stream().mapToInt(List::size).max().orElse(0);
        if (widest == 0) {
            throw new IllegalStateException("fewer seats than passengers");
        }
        int together = Math.min(widest, party.size());
        List<Seated> best = open.stream()
                .flatMap(row -> IntStream.rangeClosed(0, row.size() - together)
                        .mapToObj(from -> row.subList(from, from + together)))
                .map(block -> seat(party.subList(0, together), block))
                .min(COST)
                .orElseThrow();
        best.forEach(seated -> take(seated.seat.number()));
        List<SeatMove> moves = new ArrayList<>(best.stream().map(Seated::move).toList());
        if (together < party.size()) {
            moves.addAll(place(party.subList(together, party.size())));
        }
        return moves;
    }

    /**
     * Without exit rows for a party of which somebody didn't choose one, while there are other seats enough; and without them for one with
     * children, while there is any other seat.
     */
    private List<List<Seat>> openTo(List<Displaced> party) {
        boolean choseExits =
                party.stream().allMatch(passenger -> passenger.was().exitRow());
        List<List<Seat>> others = rows.stream()
                .map(row -> row.stream().filter(seat -> !seat.exitRow()).toList())
                .toList();
        int seats = others.stream().mapToInt(List::size).sum();
        if (party.stream().anyMatch(passenger -> passenger.taken().child())) {
            return seats > 0 ? others : rows;
        }
        return choseExits || seats < party.size() ? rows : others;
    }

    /** Each who can at the position he had, the others on what is left. */
    private static List<Seated> seat(List<Displaced> party, List<Seat> block) {
        List<Seat> left = new ArrayList<>(block);
        List<Displaced> others = new ArrayList<>();
        List<Seated> seated = new ArrayList<>();
        for (Displaced passenger : party) {
            left.stream()
                    .filter(seat -> seat.position() == passenger.was().position())
                    .findFirst()
                    .ifPresentOrElse(
                            seat -> {
                                left.remove(seat);
                                seated.add(new Seated(passenger, seat));
                            },
                            () -> others.add(passenger));
        }
        others.forEach(passenger -> seated.add(new Seated(passenger, left.remove(0))));
        return seated;
    }

    private static final Comparator<List<Seated>> COST = Comparator.<List<Seated>>comparingInt(FreeSeats::gaps)
            .thenComparingInt(seated -> sum(seated, Seated::differences))
            .thenComparingInt(seated -> sum(seated, Seated::rowsAway));

    private static int gaps(List<Seated> seated) {
        int first = seated.stream().mapToInt(one -> one.seat.index()).min().orElse(0);
        int last = seated.stream().mapToInt(one -> one.seat.index()).max().orElse(0);
        return last - first + 1 - seated.size();
    }

    private static int sum(List<Seated> seated, ToIntFunction<Seated> of) {
        return seated.stream().mapToInt(of).sum();
    }

    private record Seated(Displaced passenger, Seat seat) {
        int differences() {
            return (passenger.was().position() == seat.position() ? 0 : 1)
                    + (passenger.was().exitRow() == seat.exitRow() ? 0 : 1);
        }

        int rowsAway() {
            return Math.abs(passenger.was().row() - seat.row());
        }

        SeatMove move() {
            return new SeatMove(passenger.taken(), passenger.taken().movedTo(seat));
        }
    }
}
