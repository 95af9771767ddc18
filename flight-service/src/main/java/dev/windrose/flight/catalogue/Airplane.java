package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.windrose.defaults.problem.Faults;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An airplane and its cabins, which share no row: so a seat number is found once. */
public record Airplane(Registration registration, String model, List<CabinLayout> cabins) {
    public Airplane {
        cabins =
                cabins.stream().sorted(Comparator.comparing(CabinLayout::cabin)).toList();
    }

    /** The airplane these describe, or null with every fault noted. @param cabins those that have no fault of their own */
    public static @Nullable Airplane of(
            Faults faults, @Nullable String registration, @Nullable String model, List<CabinLayout> cabins) {
        Registration painted = faults.required("registration", registration, Registration::new);
        String modelName = faults.text("model", model, City.MAX_NAME);
        checkTogether(faults, cabins);
        return painted == null || modelName == null || cabins.isEmpty()
                ? null
                : new Airplane(painted, modelName, cabins);
    }

    /** How many seats there are. */
    @JsonProperty
    public int capacity() {
        return cabins.stream().mapToInt(CabinLayout::capacity).sum();
    }

    private static void checkTogether(Faults faults, List<CabinLayout> cabins) {
        Set<Cabin> seen = new HashSet<>();
        if (!cabins.stream().map(CabinLayout::cabin).allMatch(seen::add)) {
            faults.add("cabins", "duplicate", "must not have a cabin twice");
            return;
        }
        for (CabinLayout one : cabins) {
            if (cabins.stream().anyMatch(other -> other.cabin() != one.cabin() && one.sharesRowWith(other))) {
                faults.add("cabins", "overlapping", "must not share a row");
                return;
            }
        }
    }
}
