package dev.windrose.flight.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a result, with what concerns all of it. {@code emptyReason} is null unless the page is empty. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SearchAnswer(
        List<ItineraryView> items,
        Facets facets,
        @Nullable EmptyReason emptyReason,
        @Nullable String nextCursor) {}
