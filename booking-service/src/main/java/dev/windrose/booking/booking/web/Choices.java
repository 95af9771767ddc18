package dev.windrose.booking.booking.web;

import dev.windrose.booking.booking.BookingPeriod;
import dev.windrose.booking.booking.BookingStatus;
import dev.windrose.defaults.problem.Faults;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads query parameters that choose among a few words, or list ids. */
final class Choices {
    private Choices() {}

    static BookingPeriod period(Faults faults, @Nullable String text) {
        BookingPeriod period = faults.optional(
                "period", text, t -> one(BookingPeriod.class, t, e -> e.name().toLowerCase(Locale.ROOT)));
        return period == null ? BookingPeriod.ALL : period;
    }

    static Set<BookingStatus> statuses(Faults faults, @Nullable String text) {
        Set<BookingStatus> statuses = faults.optional(
                "status",
                text,
                t -> ids(t).stream()
                        .map(name -> one(BookingStatus.class, name, Enum::name))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BookingStatus.class))));
        return statuses == null ? Set.of() : statuses;
    }

    /** The words of a comma list; none if it is absent. */
    static List<String> ids(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    /** A list as JSON may have it: absent, or with nothing in a place. */
    static List<String> present(@Nullable List<@Nullable String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map(id -> Objects.requireNonNullElse(id, "")).toList();
    }

    static <E extends Enum<E>> E one(Class<E> type, String word, Function<E, String> name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "))));
    }
}
