package dev.windrose.flight.schedules;

import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.audit.AuditLog;
import dev.windrose.flight.catalogue.AirportCode;
import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.catalogue.Registration;
import dev.windrose.flight.changes.FlightChangeLog;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightNumber;
import dev.windrose.flight.flights.FlightRevisions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Schedules that are kept going, on a clock that a test moves: ten days ahead, from noon of 25 March 2031 in London on. */
abstract class KeptGoingTest extends SchedulesTest {
    static final ScheduleSettings TEN_DAYS = new ScheduleSettings(Duration.ofDays(10), Duration.ofMinutes(10));

    final MovableClock clock = new MovableClock("2031-03-25T12:00:00Z");

    @Autowired
    DataSource dataSource;

    @Autowired
    AuditLog audit;

    @BeforeEach
    void forgetOtherTests() {
        jdbc.sql("delete from schedule where last_date is null").update();
        jdbc.sql("delete from schedule_problem").update();
    }

    long openEnded(String flightNumber, String registration, String origin, String from) {
        return creating(new JdbcTemplate(dataSource))
                .create(draft(flightNumber, registration, origin, LocalDate.parse(from), null), new Faults());
    }

    CreateSchedule creating(JdbcTemplate through) {
        return new CreateSchedule(
                revisions(through),
                audit.on(through),
                new ScheduleStore(through),
                new ScheduleFlights(through),
                new ScheduleTransactions(transactions(Objects.requireNonNull(through.getDataSource()))),
                TEN_DAYS,
                clock);
    }

    static ScheduleDraft draft(
            String flightNumber, String registration, String origin, LocalDate from, @Nullable LocalDate to) {
        return new ScheduleDraft(
                new FlightNumber(flightNumber),
                new Registration(registration),
                new AirportCode(origin),
                new AirportCode("JNY"),
                LocalTime.of(6, 15),
                Duration.ofHours(2),
                DaysOfWeek.ofDigits("1234567"),
                from,
                to,
                to == null,
                List.of(new Fare(Cabin.ECONOMY, Money.of("129.50", "USD"))));
    }

    GenerateFlights replica() {
        return replica(new JdbcTemplate(dataSource), transactions(dataSource));
    }

    GenerateFlights replica(JdbcTemplate through, TransactionOperations transactions) {
        return new GenerateFlights(
                revisions(through),
                new ScheduleStore(through),
                new ScheduleFlights(through),
                new ScheduleProblems(through),
                new ScheduleTransactions(transactions),
                TEN_DAYS,
                clock);
    }

    FlightRevisions revisions(JdbcTemplate through) {
        return new FlightRevisions(through, new FlightChangeLog(through), audit.on(through));
    }

    static TransactionTemplate transactions(DataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    JsonNode schedule(long id) {
        return schedule(Long.toString(id));
    }
}
