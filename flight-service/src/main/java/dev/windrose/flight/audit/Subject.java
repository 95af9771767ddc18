package dev.windrose.flight.audit;

/** What was changed: its kind and what names it among its kind. */
public record Subject(String type, String key) {
    public static Subject flight(long id) {
        return new Subject("flight", Long.toString(id));
    }
}
