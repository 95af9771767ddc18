package dev.windrose.flight.search;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names, cities and zones of the catalogue at one moment. Immutable; replaced as a whole. */
record Directory(
        Map<String, Airport> airports,
        Map<String, List<String>> airportsByCity,
        Map<String, String> airlineNames,
        Map<String, String> airplaneModels) {

    static final Directory EMPTY = new Directory(Map.of(), Map.of(), Map.of(), Map.of());

    /** An airport with the name of its city, the zone of its clocks, and the least time between two flights there. */
    record Airport(String code, String name, String cityCode, String cityName, ZoneId zone, long minConnectionMillis) {
        boolean sameCity(Airport other) {
            return cityCode.equals(other.cityCode);
        }
    }

    /** @throws UnknownAirport if the directory is older than the airport */
    Airport airport(String code) {
        Airport airport = airports.get(code);
        if (airport == null) {
            throw new UnknownAirport(code);
        }
        return airport;
    }

    String airlineName(String code) {
        return airlineNames.getOrDefault(code, code);
    }

    String airplaneModel(String registration) {
        return airplaneModels.getOrDefault(registration, registration);
    }

    /** Whether no flight of an airport would be told in other local times. */
    boolean sameClocks(Directory other) {
        return other.airports.values().stream().allMatch(theirs -> {
            @Nullable Airport ours = airports.get(theirs.code());
            return ours == null || ours.zone().equals(theirs.zone());
        });
    }

    /** The tables hold an airport that this directory doesn't: it has to be read again. */
    static final class UnknownAirport extends RuntimeException {
        UnknownAirport(String code) {
            super("airport " + code + " is not in the directory");
        }
    }
}
