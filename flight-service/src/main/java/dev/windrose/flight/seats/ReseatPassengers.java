package dev.windrose.flight.seats;

import dev.windrose.flight.catalogue.Airplane;
import dev.windrose.flight.catalogue.Cabin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where passengers sit on another airplane. Who can keep his seat number keeps it. The others move, the largest party first: a party
 * stays together in one row where that is possible, each at a window or an aisle as before where that is possible, near the row it came
 * from; and nobody who didn't choose an exit row comes into one, since not everybody may sit there, as long as there is another seat: children come first.
 */
public final class ReseatPassengers {
    private ReseatPassengers() {}

    /** The moves that are needed. @param seats of the old airplane, in cabins that the new one has with seats enough for all */
    public static List<SeatMove> onto(Airplane after, Airplane before, Collection<TakenSeat> seats) {
        Map<Cabin, List<TakenSeat>> byCabin = seats.stream()
                .collect(Collectors.groupingBy(TakenSeat::cabin, LinkedHashMap::new, Collectors.toList()));
        List<SeatMove> moves = new ArrayList<>();
        byCabin.forEach((cabin, taken) -> moves.addAll(reseat(map(after, cabin), map(before, cabin), taken)));
        return moves;
    }

    private static SeatMap map(Airplane airplane, Cabin cabin) {
        return airplane.cabins().stream()
                .filter(layout -> layout.cabin() == cabin)
                .findFirst()
                .map(SeatMap::new)
                .orElseThrow(() -> new IllegalArgumentException("no " + cabin + " on " + airplane.registration()));
    }

    private static List<SeatMove> reseat(SeatMap after, SeatMap before, List<TakenSeat> taken) {
        FreeSeats free = new FreeSeats(after);
        Map<String, List<TakenSeat>> parties = new LinkedHashMap<>();
        for (TakenSeat seat : taken) {
            if (keeps(seat, after, before)) {
                free.take(seat.number());
            } else {
                parties.computeIfAbsent(seat.bookingId(), booking -> new ArrayList<>())
                        .add(seat);
            }
        }
        List<SeatMove> moves = new ArrayList<>();
        parties.values().stream()
                .sorted(Comparator.comparing(List<TakenSeat>::size).reversed())
                .forEach(party -> moves.addAll(free.place(party.stream()
                        .sorted(Comparator.comparing(TakenSeat::child).reversed())
                        .map(seat ->
                                new Displaced(seat, before.find(seat.number()).orElseThrow()))
                        .toList())));
        return moves;
    }

    /** A row that becomes an exit row is another row. */
    private static boolean keeps(TakenSeat seat, SeatMap after, SeatMap before) {
        boolean exitBefore = before.find(seat.number()).map(Seat::exitRow).orElse(false);
        return after.find(seat.number())
                .filter(same -> exitBefore || !same.exitRow())
                .isPresent();
    }

    /** A passenger and the seat he can't keep. */
    record Displaced(TakenSeat taken, Seat was) {}
}
