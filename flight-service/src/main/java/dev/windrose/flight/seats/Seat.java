package dev.windrose.flight.seats;

/** A seat of a cabin. @param number row and letter: {@code 12A}. @param index its place in the row from the left, aisles not counted */
public record Seat(String number, int row, int index, SeatPosition position, boolean exitRow) {}
