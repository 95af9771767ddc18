package dev.windrose.flight.schedules;

import java.util.Collections;

/** Pieces of statements. */
final class Sql {
    private Sql() {}

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
