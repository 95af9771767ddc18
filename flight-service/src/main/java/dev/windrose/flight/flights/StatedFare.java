package dev.windrose.flight.flights;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.Cabin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fare of one cabin as somebody states it: texts, so that every fault of it can be told. */
public record StatedFare(@Nullable String cabin, @Nullable StatedMoney price) {

    /** Money as stated. */
    public record StatedMoney(
            @Nullable String amount, @Nullable String currency) {}

    /** The fares stated, without those that have a fault; every fault is noted under {@code fares}. */
    public static List<Fare> all(@Nullable List<@Nullable StatedFare> stated, Faults faults) {
        int most = Cabin.values().length;
        if (stated == null || stated.isEmpty() || stated.size() > most) {
            faults.add("fares", "invalid", "must be a list of 1 to " + most + " fares");
            return List.of();
        }
        List<Fare> sound = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            Fare fare = made("fares[" + i + "]", stated.get(i), faults);
            if (fare != null) {
                sound.add(fare);
            }
        }
        return sound;
    }

    private static @Nullable Fare made(String path, @Nullable StatedFare fare, Faults faults) {
        StatedMoney price = fare == null ? null : fare.price;
        if (fare == null || price == null) {
            faults.add(fare == null ? path : path + ".price", "required", "is required");
            return null;
        }
        return Fare.of(faults, path, fare.cabin, price.amount, price.currency);
    }
}
