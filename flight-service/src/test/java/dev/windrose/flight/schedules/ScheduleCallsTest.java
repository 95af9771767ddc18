package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.defaults.problem.Faults;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How often the database is asked, however long a season is. */
class ScheduleCallsTest extends KeptGoingTest {
    @Test
    void aSeasonTakesFewCallsHoweverLong() {
        int few = callsFor("2031-01-01", "2031-01-08");
        assertThat(callsFor("2033-01-01", "2034-02-04")).isLessThanOrEqualTo(few + 1);
    }

    @Test
    void aChangeTakesFewCallsHoweverManyFlights() {
        long few = season("2031-01-01", "2031-01-08", new JdbcTemplate(dataSource));
        airplane = airplane();
        number += "M";
        long many = season("2031-01-01", "2032-02-04", new JdbcTemplate(dataSource));
        assertThat(flights(number)).hasSize(400);
        assertThat(callsToChange(many, 400)).isLessThanOrEqualTo(callsToChange(few, 8) + 1);
    }

    private int callsFor(String from, String to) {
        Calls calls = new Calls(dataSource);
        season(from, to, new JdbcTemplate(calls.source()));
        return calls.made();
    }

    private long season(String from, String to, JdbcTemplate through) {
        return creating(through)
                .create(draft(number, airplane, "JLO", LocalDate.parse(from), LocalDate.parse(to)), new Faults());
    }

    private int callsToChange(long schedule, int flights) {
        Calls calls = new Calls(dataSource);
        JdbcTemplate through = new JdbcTemplate(calls.source());
        ChangeSchedule changing = new ChangeSchedule(
                revisions(through),
                audit.on(through),
                new ScheduleStore(through),
                new ScheduleFlights(through),
                new ScheduleProblems(through),
                new ScheduleTransactions(transactions(calls.source())),
                TEN_DAYS,
                new MovableClock("2030-06-01T00:00:00Z"));
        ScheduleChange change =
                new ScheduleChange(LocalTime.of(9, 0), null, null, null, false, null, null, null, BookedFlights.REFUSE);
        RevisionReport report =
                changing.change(schedule, change, new FixedParts(null, null, null, null), false, new Faults());
        assertThat(report.flightsChanged()).isEqualTo(flights);
        return calls.made();
    }
}
