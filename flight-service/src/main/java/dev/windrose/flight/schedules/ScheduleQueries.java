package dev.windrose.flight.schedules;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Looks schedules up. */
@Component
public class ScheduleQueries {
    private final ScheduleStore store;
    private final ScheduleProblems problems;
    private final Cursors cursors;
    private final Clock clock;

    ScheduleQueries(
            ScheduleStore store, ScheduleProblems problems, Cursors cursors, @Qualifier("databaseClock") Clock clock) {
        this.store = store;
        this.problems = problems;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Which schedules are wanted; null: any. */
    public record Filter(
            @Nullable FlightNumber flightNumber,
            @Nullable AirportCode origin,
            @Nullable AirportCode destination) {}

    /** @throws ScheduleNotFound if there is none */
    public ScheduleView get(long id) {
        Schedule schedule = store.find(id).orElseThrow(ScheduleNotFound::new);
        return views(List.of(schedule)).get(0);
    }

    /** In the order in which they were made. */
    public Page<ScheduleView> list(Filter filter, int limit, @Nullable String cursor) {
        String list = "schedules:" + filter;
        String after = cursors.decode(list, cursor);
        StringBuilder where = new StringBuilder("id > ?");
        List<Object> parameters = new ArrayList<>(List.of(after == null ? 0L : Long.parseLong(after)));
        add(where, parameters, "flight_number", filter.flightNumber);
        add(where, parameters, "origin", filter.origin);
        add(where, parameters, "destination", filter.destination);
        parameters.add(limit + 1);
        List<Schedule> found = store.load(where + " order by id limit ?", parameters);
        return Page.of(views(found), limit, last -> cursors.encode(list, last.id()));
    }

    private static void add(StringBuilder where, List<Object> parameters, String column, @Nullable Object code) {
        if (code != null) {
            where.append(" and ").append(column).append(" = ?");
            parameters.add(code.toString());
        }
    }

    private List<ScheduleView> views(List<Schedule> schedules) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        Map<Long, List<Obstacle>> found =
                problems.of(schedules.stream().map(Schedule::id).toList(), today);
        return schedules.stream()
                .map(schedule -> ScheduleView.of(schedule, found.getOrDefault(schedule.id(), List.of())))
                .toList();
    }
}
