package dev.windrose.defaults.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code nextCursor} is null (and present) on the last. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Makes a page of rows read with one more than the limit: the extra row only says that there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursorAfter) {
        if (oneMore.size() <= limit) {
            return new Page<>(List.copyOf(oneMore), null);
        }
        List<T> items = List.copyOf(oneMore.subList(0, limit));
        return new Page<>(items, cursorAfter.apply(items.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), nextCursor);
    }
}
