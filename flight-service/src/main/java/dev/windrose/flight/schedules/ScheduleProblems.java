package dev.windrose.flight.schedules;

import dev.windrose.flight.flights.FlightRevision.Obstacle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Days of schedules that got no flight when their turn came. */
@Component
class ScheduleProblems {
    private final JdbcTemplate jdbc;

    ScheduleProblems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these schedules, in the order of dates, from {@code first} on. */
    Map<Long, List<Obstacle>> of(Collection<Long> schedules, LocalDate first) {
        Map<Long, List<Obstacle>> problems = new HashMap<>();
        if (!schedules.isEmpty()) {
            List<Object> parameters = new ArrayList<>(schedules);
            parameters.add(first);
            jdbc.query(
                    "select schedule_id, flight_date, code from schedule_problem where schedule_id in ("
                            + Sql.marks(schedules.size()) + ") and flight_date >= ? order by flight_date",
                    row -> {
                        problems.computeIfAbsent(row.getLong("schedule_id"), id -> new ArrayList<>())
                                .add(new Obstacle(
                                        row.getObject("flight_date", LocalDate.class), row.getString("code")));
                    },
                    parameters.toArray());
        }
        return problems;
    }

    List<LocalDate> dates(long schedule, LocalDate first) {
        return of(List.of(schedule), first).getOrDefault(schedule, List.of()).stream()
                .map(Obstacle::date)
                .toList();
    }

    /** What became of days that were tried: those without an obstacle have none any more. */
    void note(long schedule, Collection<LocalDate> tried, List<Obstacle> obstacles) {
        forget(schedule, tried);
        jdbc.batchUpdate(
                "insert into schedule_problem (schedule_id, flight_date, code) values (?, ?, ?)",
                obstacles.stream()
                        .map(obstacle -> new Object[] {schedule, obstacle.date(), obstacle.code()})
                        .toList());
    }

    void forget(long schedule, Collection<LocalDate> dates) {
        if (!dates.isEmpty()) {
            List<Object> parameters = new ArrayList<>(List.of(schedule));
            parameters.addAll(dates);
            jdbc.update(
                    "delete from schedule_problem where schedule_id = ? and flight_date in (" + Sql.marks(dates.size())
                            + ")",
                    parameters.toArray());
        }
    }
}
