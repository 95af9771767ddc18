package dev.windrose.flight.search;

import dev.windrose.flight.search.Directory.Airport;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which airports any flight ever joined, past and cancelled ones included: what tells "never" from "not that day". Immutable. */
record Routes(Map<String, Set<String>> byOrigin) {
    static final Routes NONE = new Routes(Map.of());

    /** One pair of airports that a flight joins. */
    record Route(String origin, String destination) {}

    /** Whether flights, at whatever times, lead from one place to the other with so many stops at most, no city twice. */
    boolean join(Place origin, Place destination, int maxStops, Directory directory) {
        return origin.airports().stream()
                .anyMatch(from -> destination.airports().stream()
                        .anyMatch(to ->
                                join(List.of(directory.airport(from)), directory.airport(to), maxStops, directory)));
    }

    private boolean join(List<Airport> soFar, Airport end, int maxStops, Directory directory) {
        Set<String> reached = byOrigin.getOrDefault(soFar.get(soFar.size() - 1).code(), Set.of());
        if (reached.contains(end.code())) {
            return true;
        }
        if (maxStops == 0 || soFar.get(0).sameCity(end)) {
            return false;
        }
        return reached.stream()
                .map(directory::airport)
                .filter(next -> !next.sameCity(end) && soFar.stream().noneMatch(next::sameCity))
                .anyMatch(next -> join(append(soFar, next), end, maxStops - 1, directory));
    }

    private static List<Airport> append(List<Airport> soFar, Airport next) {
        return soFar.size() == 1 ? List.of(soFar.get(0), next) : List.of(soFar.get(0), soFar.get(1), next);
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
