package dev.windrose.flight.search.web;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.paging.Limit;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.ValidationFailed;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.search.Place;
import dev.windrose.flight.search.Places;
import dev.windrose.flight.search.SearchCursors;
import dev.windrose.flight.search.SearchOrder;
import dev.windrose.flight.search.SearchPage;
import dev.windrose.flight.search.SearchQuery;
import dev.windrose.flight.search.SearchQuery.Filters;
import dev.windrose.flight.search.TimeWindow;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one search, finding all their faults before any is told. */
final class SearchParameters {
    /** All that make a query what it is; with others a cursor is another query's. */
    private static final List<String> OF_QUERY = List.of(
            "origin",
            "destination",
            "date",
            "cabin",
            "seats",
            "sort",
            "minPrice",
            "maxPrice",
            "departureFrom",
            "departureTo",
            "arrivalFrom",
            "arrivalTo",
            "maxDuration",
            "maxStops",
            "airlines",
            "minRating",
            "excludeOvernight",
            "flexDays",
            "currency");

    private final Function<String, @Nullable String> given;
    private final Faults faults = new Faults();

    SearchParameters(Function<String, @Nullable String> given) {
        this.given = given;
    }

    record Parsed(SearchQuery query, SearchPage page) {}

    /** The search asked for, or 400 with every fault. */
    Parsed parse(Places places, SearchCursors cursors) {
        String key = key();
        Place origin = faults.required("origin", given.apply("origin"), places::find);
        Place destination = destination(places, origin);
        var date = faults.required("date", given.apply("date"), ParameterForms::date);
        Cabin cabin = or("cabin", Cabin::of, Cabin.ECONOMY);
        int seats = or("seats", text -> ParameterForms.number(text, 1, 9), 1);
        SearchOrder order = or("sort", SearchOrder::of, SearchOrder.BEST);
        Filters filters = filters();
        int maxStops = or("maxStops", text -> ParameterForms.number(text, 0, 2), 1);
        int flexDays = or("flexDays", text -> ParameterForms.number(text, 0, 3), 0);
        CurrencyCode currency = optional("currency", CurrencyCode::new);
        Integer limit = withFaults(() -> Limit.parse(given.apply("limit")));
        SearchPage.Walk walk = withFaults(() -> cursors.decode(key, given.apply("cursor")));
        faults.throwIfAny();
        return new Parsed(
                new SearchQuery(
                        key,
                        Objects.requireNonNull(origin),
                        Objects.requireNonNull(destination),
                        Objects.requireNonNull(date),
                        cabin,
                        seats,
                        order,
                        filters,
                        maxStops,
                        flexDays,
                        currency == null ? null : currency.value()),
                new SearchPage(Objects.requireNonNull(limit), walk));
    }

    /** What a calendar of fares is asked for. */
    record Month(Place origin, Place destination, YearMonth month, Cabin cabin) {}

    /** The calendar asked for, or 400 with every fault. */
    Month parseMonth(Places places) {
        Place origin = faults.required("origin", given.apply("origin"), places::find);
        Place destination = destination(places, origin);
        YearMonth month = faults.required("month", given.apply("month"), ParameterForms::month);
        Cabin cabin = or("cabin", Cabin::of, Cabin.ECONOMY);
        faults.throwIfAny();
        return new Month(
                Objects.requireNonNull(origin),
                Objects.requireNonNull(destination),
                Objects.requireNonNull(month),
                cabin);
    }

    private @Nullable Place destination(Places places, @Nullable Place origin) {
        Place destination = faults.required("destination", given.apply("destination"), places::find);
        if (origin != null && destination != null && origin.overlaps(destination)) {
            faults.add("destination", "same_as_origin", "must be another place than origin");
        }
        return destination;
    }

    private Filters filters() {
        return new Filters(
                optional("minPrice", ParameterForms::price),
                optional("maxPrice", ParameterForms::price),
                TimeWindow.between(
                        optional("departureFrom", TimeWindow::minute), optional("departureTo", TimeWindow::minute)),
                TimeWindow.between(
                        optional("arrivalFrom", TimeWindow::minute), optional("arrivalTo", TimeWindow::minute)),
                optional("maxDuration", ParameterForms::duration),
                or("airlines", ParameterForms::airlines, List.of()),
                optional("minRating", ParameterForms::rating),
                or("excludeOvernight", ParameterForms::flag, false));
    }

    private String key() {
        StringBuilder key = new StringBuilder("search");
        for (String name : OF_QUERY) {
            String text = given.apply(name);
            if (text != null) {
                key.append('&').append(name).append('=').append(text);
            }
        }
        return key.toString();
    }

    private <T> @Nullable T optional(String name, Function<String, T> form) {
        return faults.optional(name, given.apply(name), form);
    }

    private <T> T or(String name, Function<String, T> form, T otherwise) {
        T value = optional(name, form);
        return value == null ? otherwise : value;
    }

    private <T> @Nullable T withFaults(Supplier<@Nullable T> parse) {
        try {
            return parse.get();
        } catch (ValidationFailed e) {
            e.faults().forEach(fault -> faults.add(fault.field(), fault.code(), fault.message()));
            return null;
        }
    }
}
