package dev.windrose.flight.inventory;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.seats.SeatMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of a booking's passengers want which seats of a flight. */
public record SeatWish(long flightId, List<Assignment> assignments) {

    /** One passenger and the number of a seat. */
    public record Assignment(String passengerId, String seat) {}

    /** 400 for a seat that the cabin lacks, a passenger or a seat twice. */
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
            if (map.find(wish.seat()).isEmpty()) {
                faults.add(path + "seat", "unknown", "is no seat of the cabin");
            } else if (!seats.add(wish.seat())) {
                faults.add(path + "seat", "duplicate", "must not be there twice");
            }
        }
        faults.throwIfAny();
    }

    Set<String> passengers() {
        return Set.copyOf(assignments.stream().map(Assignment::passengerId).toList());
    }
}
