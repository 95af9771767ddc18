package dev.windrose.booking.booking;

import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.defaults.time.Utc;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds which bookings a page shows: by keys that never change, so that walking the pages shows each once. */
@Component
class BookingList {
    private static final String UNPAID = "(state = 'PAYING' or (state = 'PENDING_PAYMENT' and expires_at > :now))";

    private final JdbcClient jdbc;

    BookingList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a booking stands in its list. */
    record Key(Instant sortedBy, String id) {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,14}) ([0-9a-f-]{36})");

        /** Cursors can be made up, so 400 for one that holds no key. */
        static Key parse(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw ValidationFailed.of("cursor", "invalid", "is not one of our cursors");
            }
            return new Key(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2));
        }

        String text() {
            return sortedBy.toEpochMilli() + " " + id;
        }
    }

    /** Up to {@code count} keys of the list after {@code after}. */
    List<Key> keys(BookingQueries.Filter filter, @Nullable Key after, int count, Instant now) {
        BookingPeriod period = filter.period();
        String order = period.isAscending() ? "asc" : "desc";
        var statement = jdbc.sql("select id, " + period.column() + " as sorted_by from booking where user_id = :user"
                        + " and " + inPeriod(period) + " and " + withStatus(filter.statuses()) + keyset(period, after)
                        + " order by " + period.column() + " " + order + ", id " + order + " limit :count")
                .param("user", filter.userId())
                .param("now", Utc.column(now))
                .param("count", count);
        if (after != null) {
            statement = statement.param("after", Utc.column(after.sortedBy())).param("afterId", after.id());
        }
        return statement
                .query((row, n) -> new Key(Utc.instant(row, "sorted_by"), row.getString("id")))
                .list();
    }

    private static String keyset(BookingPeriod period, @Nullable Key after) {
        if (after == null) {
            return "";
        }
        String beyond = period.isAscending() ? " > " : " < ";
        return " and (" + period.column() + beyond + ":after or (" + period.column() + " = :after and id" + beyond
                + ":afterId))";
    }

    private static String inPeriod(BookingPeriod period) {
        return switch (period) {
            case UPCOMING -> "(" + UNPAID + " or (state = 'CONFIRMED' and last_arrival_at > :now))";
            case PAST -> "(state = 'CONFIRMED' and last_arrival_at <= :now)";
            case ALL -> "state not in ('INITIATED', 'FAILED')";
        };
    }

    private static String withStatus(Set<BookingStatus> statuses) {
        Set<BookingStatus> asked = statuses.isEmpty() ? EnumSet.allOf(BookingStatus.class) : statuses;
        return asked.stream()
                .map(status -> switch (status) {
                    case PENDING_PAYMENT -> UNPAID;
                    case EXPIRED -> "(state = 'EXPIRED' or (state = 'PENDING_PAYMENT' and expires_at <= :now))";
                    case CONFIRMED, CANCELLED -> "state = '" + status.name() + "'";
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
