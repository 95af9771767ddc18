package dev.windrose.flight.seats;

import dev.windrose.flight.catalogue.CabinLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seats of one cabin, row by row, from the left to the right. */
public final class SeatMap {
    private final Map<String, Seat> byNumber = new LinkedHashMap<>();
    private final List<List<Seat>> rows = new ArrayList<>();
    private final int firstRow;

    public SeatMap(CabinLayout layout) {
        firstRow = layout.firstRow();
        List<SeatPosition> positions = positions(layout.columns());
        List<Integer> blocks = blocks(layout.columns());
        String letters = layout.columns().replace("-", "");
        for (int row = layout.firstRow(); row <= layout.lastRow(); row++) {
            List<Seat> seats = new ArrayList<>();
            for (int i = 0; i < letters.length(); i++) {
                seats.add(new Seat(
                        row + letters.substring(i, i + 1),
                        row,
                        i,
                        blocks.get(i),
                        positions.get(i),
                        layout.exitRows().contains(row)));
            }
            seats.forEach(seat -> byNumber.put(seat.number(), seat));
            rows.add(List.copyOf(seats));
        }
    }

    public List<List<Seat>> rows() {
        return List.copyOf(rows);
    }

    /** The seats of a row that there is. */
    List<Seat> row(int number) {
        return rows.get(number - firstRow);
    }

    public Optional<Seat> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    private static List<Integer> blocks(String columns) {
        List<Integer> blocks = new ArrayList<>();
        int aisles = 0;
        for (char column : columns.toCharArray()) {
            if (column == '-') {
                aisles++;
            } else {
                blocks.add(aisles);
            }
        }
        return blocks;
    }

    private static List<SeatPosition> positions(String columns) {
        List<SeatPosition> positions = new ArrayList<>();
        for (int i = 0; i < columns.length(); i++) {
            if (columns.charAt(i) == '-') {
                continue;
            }
            boolean hull = i == 0 || i == columns.length() - 1;
            boolean aisle = !hull && (columns.charAt(i - 1) == '-' || columns.charAt(i + 1) == '-');
            positions.add(hull ? SeatPosition.WINDOW : aisle ? SeatPosition.AISLE : SeatPosition.MIDDLE);
        }
        return positions;
    }
}
