package dev.windrose.flight.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the seats of one cabin are: rows {@code firstRow} to {@code lastRow}, in each a seat for every letter of {@code columns}
 * ({@code ABC-DEF}: letters without I, hyphens are aisles).
 */
public record CabinLayout(Cabin cabin, int firstRow, int lastRow, String columns, List<Integer> exitRows) {
    public static final int MAX_ROW = 99;
    private static final int MAX_ABREAST = 16;
    private static final int MAX_EXIT_ROWS = 20;
    private static final Pattern COLUMNS = Pattern.compile("[A-HJ-Z]+(-[A-HJ-Z]+)*");

    public CabinLayout {
        if (firstRow < 1 || lastRow > MAX_ROW || firstRow > lastRow) {
            throw new IllegalArgumentException(
                    "must have rows from 1 to " + MAX_ROW + ", the first not behind the last");
        }
        checkColumns(columns);
        exitRows = exitRows.stream().sorted().distinct().toList();
        int first = firstRow;
        int last = lastRow;
        if (exitRows.size() > MAX_EXIT_ROWS || exitRows.stream().anyMatch(row -> row < first || row > last)) {
            throw new IllegalArgumentException(
                    "must have its exit rows among its rows, at most " + MAX_EXIT_ROWS + " of them");
        }
    }

    /** How many seats there are. */
    @JsonProperty
    public int capacity() {
        return (lastRow - firstRow + 1)
                * (int) columns.chars().filter(c -> c != '-').count();
    }

    boolean sharesRowWith(CabinLayout other) {
        return firstRow <= other.lastRow && other.firstRow <= lastRow;
    }

    private static void checkColumns(String columns) {
        if (columns.length() > 2 * MAX_ABREAST - 1 || !COLUMNS.matcher(columns).matches()) {
            throw new IllegalArgumentException("must have columns like ABC-DEF: at most " + MAX_ABREAST
                    + " letters A to Z without I, single hyphens for aisles");
        }
        Set<Integer> letters = new HashSet<>();
        if (!columns.chars().filter(c -> c != '-').allMatch(letters::add) || letters.size() > MAX_ABREAST) {
            throw new IllegalArgumentException("must not have a column letter twice");
        }
    }
}
