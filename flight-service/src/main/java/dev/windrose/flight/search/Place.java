package dev.windrose.flight.search;

import java.util.Collections;
import java.util.List;

/** Where a journey may begin or end: an airport, or all airports of a city. */
public record Place(String text, List<String> airports) {

    /** Whether both are the same, or one holds an airport of the other: nothing flies from a place to itself. */
    public boolean overlaps(Place other) {
        return text.equals(other.text) || !Collections.disjoint(airports, other.airports);
    }
}
