package dev.windrose.booking.booking;

/** Which trips a list shows, and how they are sorted. */
public enum BookingPeriod {
    /** Unpaid, or confirmed with the last arrival ahead; the next departure first. */
    UPCOMING("first_departure_at", true),
    /** Confirmed and flown; the last departure first. */
    PAST("first_departure_at", false),
    /** Everything, cancelled and expired too; the newest first. */
    ALL("created_at", false);

    private final String column;
    private final boolean ascending;

    BookingPeriod(String column, boolean ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    String column() {
        return column;
    }

    boolean isAscending() {
        return ascending;
    }
}
