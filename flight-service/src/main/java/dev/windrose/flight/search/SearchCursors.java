package dev.windrose.flight.search;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.search.SearchPage.Walk;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cursors of search name a point in the log of changes and a place in the result as it was then, so order and membership stand while prices
 * and seats move; every replica knows what was offered at that point, and none has to remember anything of the caller.
 */
@Component
public class SearchCursors {
    private static final int RADIX = 36;
    private static final String SEPARATOR = ";";
    private static final int RANGE_NUMBERS = 4;
    private static final int POSITION_NUMBERS = 7;

    private final Cursors cursors;

    SearchCursors(Cursors cursors) {
        this.cursors = cursors;
    }

    /** What the pages before were; null without a cursor; 400 if it is damaged, expired or another query's. */
    public @Nullable Walk decode(String queryKey, @Nullable String cursor) {
        String text = cursors.decode(queryKey, cursor);
        if (text == null) {
            return null;
        }
        try {
            String[] parts = text.split(SEPARATOR);
            long[] range = numbers(parts[2], RANGE_NUMBERS);
            long[] at = numbers(parts[3], POSITION_NUMBERS);
            return new Walk(
                    AsOf.parse(parts[0]),
                    parts[1],
                    new ResultRange(range[0], range[1], range[2], range[3]),
                    new Position(at[0], at[1], at[2], at[3], at[4], at[5], at[6]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw ValidationFailed.of("cursor", "invalid", "is of an earlier release, please begin anew");
        }
    }

    String encode(String queryKey, Walk walk) {
        ResultRange range = walk.range();
        Position at = walk.position();
        return cursors.encode(
                queryKey,
                String.join(
                        SEPARATOR,
                        walk.asOf().text(),
                        walk.currency(),
                        text(range.cheapest(), range.dearest(), range.shortestMillis(), range.longestMillis()),
                        text(
                                at.key(),
                                at.priceMinor(),
                                at.durationMillis(),
                                at.departsAt(),
                                at.firstId(),
                                at.secondId(),
                                at.thirdId())));
    }

    private static String text(long... numbers) {
        return LongStream.of(numbers).mapToObj(n -> Long.toString(n, RADIX)).collect(Collectors.joining(" "));
    }

    private static long[] numbers(String text, int count) {
        long[] numbers = Arrays.stream(text.split(" "))
                .mapToLong(number -> Long.parseLong(number, RADIX))
                .toArray();
        if (numbers.length != count) {
            throw new IllegalArgumentException("not so many numbers");
        }
        return numbers;
    }
}
