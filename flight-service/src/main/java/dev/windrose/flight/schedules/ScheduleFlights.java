package dev.windrose.flight.schedules;

import dev.windrose.defaults.time.Utc;
import dev.windrose.flight.catalogue.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which flights came of which schedule. */
@Component
class ScheduleFlights {
    private static final String OF_SCHEDULE = " from schedule_flight s join flight f on f.id = s.flight_id"
            + " where s.schedule_id = ? and f.flight_number = ? and f.origin = ? and f.destination = ? and ";

    private final JdbcTemplate jdbc;

    ScheduleFlights(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void link(long schedule, Collection<Long> flights) {
        jdbc.batchUpdate(
                "insert into schedule_flight (flight_id, schedule_id) values (?, ?)",
                flights.stream().map(flight -> new Object[] {flight, schedule}).toList());
    }

    /** Those of its flights from that local date on which staff have made no other flight of. */
    List<Long> from(Schedule schedule, LocalDate date) {
        return ids(schedule, "f.departure_date >= ?", date);
    }

    /** Those of its flights that are yet to depart. */
    List<Long> departingAfter(Schedule schedule, Instant instant) {
        return ids(schedule, "f.departs_at > ?", Utc.column(instant));
    }

    Set<Registration> airplanes(Collection<Long> flights) {
        Set<Registration> airplanes = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        if (!flights.isEmpty()) {
            jdbc.queryForList(
                            "select distinct airplane from flight where id in (" + Sql.marks(flights.size()) + ")",
                            String.class,
                            flights.toArray())
                    .forEach(airplane -> airplanes.add(new Registration(airplane)));
        }
        return airplanes;
    }

    private List<Long> ids(Schedule schedule, String condition, Object parameter) {
        Leg leg = schedule.leg();
        return jdbc.queryForList(
                "select f.id" + OF_SCHEDULE + condition + " order by f.id",
                Long.class,
                schedule.id(),
                leg.flightNumber().value(),
                leg.origin().value(),
                leg.destination().value(),
                parameter);
    }
}
