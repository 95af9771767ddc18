package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.seats.Seat;
import dev.windrose.flight.seats.SeatMap;
import dev.windrose.flight.seats.SeatParty;
import dev.windrose.flight.seats.TakenSeat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of a booking's passengers want which seats of a flight. */
public record SeatWish(long flightId, List<Assignment> assignments) {

    /** One passenger and the number of a seat. @param seat null: the one he has, else any. @param child not to sit in an exit row */
    public record Assignment(String passengerId, @Nullable String seat, boolean child) {}

    /** 400 for a seat that the cabin lacks or where a child mustn't sit, a passenger or a seat twice. */
    void check(SeatMap map) {
        Faults faults = new Faults();
        Set<String> passengers = new HashSet<>();
        Set<String> seats = new HashSet<>();
        for (int i = 0; i < assignments.size(); i++) {
            Assignment wish = assignments.get(i);
            String path = "assignments[" + i + "].";
            if (!passengers.add(wish.passengerId())) {
                faults.add(path + "passengerId", "duplicate", "must not be there twice");
            }
            if (wish.seat() != null) {
                check(faults, path + "seat", wish, map.find(wish.seat()), seats);
            }
        }
        faults.throwIfAny();
    }

    private static void check(Faults faults, String field, Assignment wish, Optional<Seat> found, Set<String> others) {
        if (found.isEmpty()) {
            faults.add(field, "unknown", "is no seat of the cabin");
        } else if (!others.add(found.get().number())) {
            faults.add(field, "duplicate", "must not be there twice");
        } else if (wish.child() && found.get().exitRow()) {
            faults.add(field, "exit_row", "is in an exit row, where no child may sit");
        }
    }

    /**
     * The seat of each of them, by passenger.
     *
     * @param taken all seats of the flight that somebody has
     * @throws NoSuitableSeat if there is none for somebody
     */
    Map<String, String> settle(SeatMap map, List<TakenSeat> taken, String bookingId) {
        Map<String, String> own = new HashMap<>();
        Set<String> gone = new HashSet<>();
        for (TakenSeat seat : taken) {
            if (seat.bookingId().equals(bookingId)) {
                own.put(seat.passengerId(), seat.number());
            } else {
                gone.add(seat.number());
            }
        }
        assignments.stream()
                .filter(one -> one.seat() != null)
                .forEach(one -> own.put(one.passengerId(), String.valueOf(one.seat())));
        gone.addAll(own.values());
        List<SeatParty.Seeker> seekers = assignments.stream()
                .filter(one -> !own.containsKey(one.passengerId()))
                .map(one -> new SeatParty.Seeker(one.passengerId(), one.child()))
                .toList();
        SeatParty.seat(map, gone, List.copyOf(own.values()), seekers)
                .orElseThrow(NoSuitableSeat::new)
                .forEach((passenger, seat) -> own.put(passenger, seat.number()));
        own.keySet().retainAll(passengers());
        return own;
    }

    Set<String> passengers() {
        return Set.copyOf(assignments.stream().map(Assignment::passengerId).toList());
    }
}
