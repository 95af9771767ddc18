package dev.windrose.flight.schedules;

import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.schedules.Periods.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Schedules and their periods in the database. */
@Component
class ScheduleStore {
    private static final String SELECT = "select id, flight_number, origin, destination, first_date, last_date,"
            + " generated_until, flights_created from schedule where ";

    private final JdbcTemplate jdbc;

    ScheduleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Schedule> find(long id) {
        return load("id = ?", List.of(id)).stream().findFirst();
    }

    /** Locked until the end of the transaction. */
    Optional<Schedule> lock(long id) {
        return load("id = ? for update", List.of(id)).stream().findFirst();
    }

    /** As {@link #lock}, but empty as well if somebody else has it locked. */
    Optional<Schedule> lockIfFree(long id) {
        return load("id = ? for update skip locked", List.of(id)).stream().findFirst();
    }

    ZoneId zone(AirportCode airport) {
        return ZoneId.of(Objects.requireNonNull(
                jdbc.queryForObject("select time_zone from airport where code = ?", String.class, airport.value())));
    }

    /** Open-ended ones generated less far than {@code until}, and those with a problem from {@code first} on. */
    List<Long> toGenerate(LocalDate first, LocalDate until) {
        return jdbc.queryForList(
                "select id from schedule where last_date is null and generated_until < ?"
                        + " union select schedule_id from schedule_problem where flight_date >= ? order by id",
                Long.class,
                until,
                first);
    }

    /** @param condition with what follows it, order and limit */
    List<Schedule> load(String condition, List<?> parameters) {
        List<Schedule> bare =
                jdbc.query(SELECT + condition, (row, n) -> bare(row, new Periods(List.of())), parameters.toArray());
        Map<Long, List<Period>> periods =
                periods(bare.stream().map(Schedule::id).toList());
        return bare.stream()
                // removed by somebody between the two reads
                .filter(schedule -> periods.containsKey(schedule.id()))
                .map(schedule -> schedule.changed(
                        schedule.to(),
                        schedule.generatedUntil(),
                        new Periods(periods.getOrDefault(schedule.id(), List.of()))))
                .toList();
    }

    /** Stores a new schedule and returns it with its id. */
    Schedule insert(Schedule schedule) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into schedule (flight_number, airline_code, origin, destination, first_date,"
                                    + " last_date, generated_until, flights_created) values (?, ?, ?, ?, ?, ?, ?, ?)",
                            new String[] {"id"});
                    insert.setString(1, schedule.leg().flightNumber().value());
                    insert.setString(2, schedule.leg().flightNumber().airline().value());
                    insert.setString(3, schedule.leg().origin().value());
                    insert.setString(4, schedule.leg().destination().value());
                    insert.setObject(5, schedule.from());
                    insert.setObject(6, schedule.to());
                    insert.setObject(7, schedule.generatedUntil());
                    insert.setInt(8, schedule.flightsCreated());
                    return insert;
                },
                key);
        long id = Objects.requireNonNull(key.getKey()).longValue();
        insertPeriods(id, schedule.periods());
        return schedule.stored(id);
    }

    /** Replaces what may change of a locked schedule. */
    void update(Schedule schedule) {
        jdbc.update(
                "update schedule set last_date = ?, generated_until = ?, flights_created = ? where id = ?",
                schedule.to(),
                schedule.generatedUntil(),
                schedule.flightsCreated(),
                schedule.id());
    }

    void replacePeriods(Schedule schedule) {
        jdbc.update("delete from schedule_period where schedule_id = ?", schedule.id());
        insertPeriods(schedule.id(), schedule.periods());
    }

    void delete(long id) {
        jdbc.update("delete from schedule where id = ?", id);
    }

    private void insertPeriods(long id, Periods periods) {
        jdbc.batchUpdate(
                "insert into schedule_period (schedule_id, valid_from, airplane, departure_local_time, duration_minutes,"
                        + " days_of_week, fares) values (?, ?, ?, ?, ?, ?, ?)",
                periods.all().stream().map(period -> values(id, period)).toList());
    }

    private static Object[] values(long id, Period period) {
        ScheduleTerms terms = period.terms();
        return new Object[] {
            id,
            period.from(),
            terms.airplane().value(),
            terms.departure().toString(),
            terms.duration().toMinutes(),
            terms.days().digits(),
            Fare.text(terms.fares())
        };
    }

    private Map<Long, List<Period>> periods(List<Long> ids) {
        Map<Long, List<Period>> periods = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "select * from schedule_period where schedule_id in (" + Sql.marks(ids.size()) + ")",
                    row -> {
                        periods.computeIfAbsent(row.getLong("schedule_id"), id -> new ArrayList<>())
                                .add(period(row));
                    },
                    ids.toArray());
        }
        return periods;
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getObject("valid_from", LocalDate.class),
                new ScheduleTerms(
                        new Registration(row.getString("airplane")),
                        LocalTime.parse(row.getString("departure_local_time")),
                        Duration.ofMinutes(row.getLong("duration_minutes")),
                        DaysOfWeek.ofDigits(row.getString("days_of_week")),
                        Fare.parse(row.getString("fares"))));
    }

    private static Schedule bare(ResultSet row, Periods periods) throws SQLException {
        return new Schedule(
                row.getLong("id"),
                new Leg(
                        new FlightNumber(row.getString("flight_number")),
                        new AirportCode(row.getString("origin")),
                        new AirportCode(row.getString("destination"))),
                row.getObject("first_date", LocalDate.class),
                row.getObject("last_date", LocalDate.class),
                row.getObject("generated_until", LocalDate.class),
                row.getInt("flights_created"),
                periods);
    }
}
