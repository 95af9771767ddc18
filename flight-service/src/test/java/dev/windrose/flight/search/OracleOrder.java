package dev.windrose.flight.search;

import dev.windrose.flight.search.SearchOracle.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The oracle's orders: whole sorts of the whole result. */
final class OracleOrder {
    private OracleOrder() {}

    static List<Journey> sorted(List<Journey> result, String order) {
        ToLongFunction<Journey> millis = j -> j.duration().toMillis();
        Comparator<Journey> ties = Comparator.comparingLong(Journey::price)
                .thenComparingLong(millis)
                .thenComparing(j -> j.departure().toInstant())
                .thenComparing(j -> j.segments().stream().map(Row::id).toList(), OracleOrder::compareIds);
        Comparator<Journey> first = switch (order) {
            case "price" -> Comparator.comparingLong(Journey::price);
            case "duration" -> Comparator.comparingLong(millis);
            case "departure" -> Comparator.comparing(j -> j.departure().toInstant());
            case "arrival" -> Comparator.comparing(j -> j.arrival().toInstant());
            case "rating" -> (a, b) -> 0;
            default -> {
                Map<Journey, Long> scores = scores(result);
                yield Comparator.comparing(scores::get);
            }
        };
        List<Journey> sorted = new ArrayList<>(result);
        sorted.sort(first.thenComparing(ties));
        return sorted;
    }

    static Map<Journey, Long> scores(List<Journey> result) {
        Map<Journey, Long> scores = new HashMap<>();
        if (result.isEmpty()) {
            return scores;
        }
        long cheapest = result.stream().mapToLong(Journey::price).min().orElseThrow();
        long dearest = result.stream().mapToLong(Journey::price).max().orElseThrow();
        long shortest =
                result.stream().mapToLong(j -> j.duration().toMillis()).min().orElseThrow();
        long longest =
                result.stream().mapToLong(j -> j.duration().toMillis()).max().orElseThrow();
        for (Journey j : result) {
            double price = part(j.price(), cheapest, dearest);
            double time = part(j.duration().toMillis(), shortest, longest);
            scores.put(j, Math.round((0.5 * price + 0.5 * time) * 10_000));
        }
        return scores;
    }

    private static double part(long value, long least, long most) {
        return most == least ? 0 : (double) (value - least) / (most - least);
    }

    private static int compareIds(List<Long> one, List<Long> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i).compareTo(other.get(i));
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
