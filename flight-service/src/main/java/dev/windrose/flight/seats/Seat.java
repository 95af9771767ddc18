package dev.windrose.flight.seats;

/**
 * A seat of a cabin.
 *
 * @param number row and letter: {@code 12A}
 * @param index its place in the row from the left, aisles not counted
 * @param block how many aisles are on its left
 */
public record Seat(String number, int row, int index, int block, SeatPosition position, boolean exitRow) {}
