package dev.windrose.booking.flight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the live holds in the order of their ids. @param next what to ask the next page with, null on the last */
public record HoldPage(List<Hold> items, @Nullable String next) {
    public HoldPage {
        items = List.copyOf(items);
    }
}
