package dev.windrose.flight.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which airports any flight ever joined, past and cancelled ones included: what tells "never" from "not that day". Immutable. */
record Routes(Map<String, Set<String>> byOrigin) {
    static final Routes NONE = new Routes(Map.of());

    /** One pair of airports that a flight joins. */
    record Route(String origin, String destination) {}

    boolean join(Collection<String> origins, Collection<String> destinations) {
        return origins.stream()
                .map(origin -> byOrigin.getOrDefault(origin, Set.of()))
                .anyMatch(reached -> destinations.stream().anyMatch(reached::contains));
    }

    Routes with(Collection<Route> more) {
        if (more.stream()
                .allMatch(r -> byOrigin.getOrDefault(r.origin(), Set.of()).contains(r.destination()))) {
            return this;
        }
        Map<String, Set<String>> next = new HashMap<>();
        byOrigin.forEach((origin, reached) -> next.put(origin, new HashSet<>(reached)));
        more.forEach(r -> next.computeIfAbsent(r.origin(), o -> new HashSet<>()).add(r.destination()));
        return new Routes(next);
    }
}
