package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Open-ended schedules as time goes by, ten days ahead. It is noon of 25 March 2031 in London at first. */
class GenerateFlightsTest extends SchedulesTest {
    private static final ScheduleSettings TEN_DAYS = new ScheduleSettings(Duration.ofDays(10), Duration.ofMinutes(10));

    private final MovableClock clock = new MovableClock("2031-03-25T12:00:00Z");

    @Autowired
    private DataSource dataSource;

    @Autowired
    private AuditLog audit;

    @BeforeEach
    void forgetOtherTests() {
        jdbc.sql("delete from schedule where last_date is null").update();
        jdbc.sql("delete from schedule_problem").update();
    }

    @Test
    void eachDayBringsOneMore() {
        long id = openEnded(number, airplane, "JLO", "2031-03-26");
        assertThat(dates(number)).hasSize(10).endsWith("2031-04-04");
        assertThat(schedule(id).path("openEnded").asBoolean()).isTrue();
        assertThat(schedule(id).path("to").isNull()).isTrue();
        assertThat(schedule(id).path("generatedUntil").asString()).isEqualTo("2031-04-04");

        assertThat(replica().generateDue()).isZero();
        clock.advance(Duration.ofDays(3));
        assertThat(replica().generateDue()).isEqualTo(3);
        assertThat(replica().generateDue()).isZero();

        assertThat(dates(number)).hasSize(13).endsWith("2031-04-05", "2031-04-06", "2031-04-07");
        assertThat(times(number)).contains("2031-03-29T06:15:00Z > 2031-03-29T04:15:00-04:00");
        assertThat(times(number)).contains("2031-04-07T06:15:00+01:00 > 2031-04-07T03:15:00-04:00");
        assertThat(schedule(id).path("flightsCreated").asInt()).isEqualTo(13);
        assertThat(schedule(id).path("generatedUntil").asString()).isEqualTo("2031-04-07");
    }

    /** At noon UTC it is tomorrow in Auckland already (UTC+13 in March). */
    @Test
    void theDayIsThatOfTheOrigin() {
        openEnded(number, airplane, "JAK", "2031-03-26");
        assertThat(dates(number)).endsWith("2031-04-05");
        clock.advance(Duration.ofHours(-2));
        String honolulu = number + "H";
        openEnded(honolulu, airplane(), "JHN", "2031-03-26");
        assertThat(dates(honolulu)).endsWith("2031-04-04");
        clock.advance(Duration.ofHours(24));
        assertThat(replica().generateDue()).as("Honolulu's next midnight").isOne();
        assertThat(dates(honolulu)).endsWith("2031-04-05");
        clock.advance(Duration.ofHours(1));
        assertThat(replica().generateDue()).as("Auckland's").isOne();
        assertThat(dates(number)).endsWith("2031-04-06");
    }

    @Test
    void oneThatBeginsBeyondTheHorizonWaits() {
        long id = openEnded(number, airplane, "JLO", "2031-04-20");
        assertThat(schedule(id).path("flightsCreated").asInt()).isZero();
        assertThat(schedule(id).path("generatedUntil").isNull()).isTrue();
        clock.advance(Duration.ofDays(20));
        assertThat(replica().generateDue()).isEqualTo(5);
        assertThat(dates(number)).startsWith("2031-04-20").endsWith("2031-04-24");
    }

    /** Nobody ran for a month: days that are over get no flight any more. */
    @Test
    void whatIsOverIsNotMadeUpFor() {
        openEnded(number, airplane, "JLO", "2031-03-26");
        clock.advance(Duration.ofDays(31));
        assertThat(replica().generateDue()).isEqualTo(11);
        assertThat(dates(number).subList(10, 21)).startsWith("2031-04-25").endsWith("2031-05-05");
    }

    @Test
    void severalReplicasMakeEachFlightOnce() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(openEnded(number + (char) ('A' + i), airplane(), "JLO", "2031-03-26"));
        }
        clock.advance(Duration.ofDays(7));
        int replicas = 4;
        CyclicBarrier start = new CyclicBarrier(replicas);
        ExecutorService pool = Executors.newFixedThreadPool(replicas);
        int made = 0;
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < replicas; i++) {
                GenerateFlights replica = replica();
                runs.add(() -> {
                    start.await();
                    return replica.generateDue();
                });
            }
            for (Future<Integer> run : pool.invokeAll(runs)) {
                made += run.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(made).isEqualTo(12 * 7);
        assertThat(ids).allSatisfy(id -> {
            JsonNode schedule = schedule(id);
            assertThat(schedule.path("flightsCreated").asInt()).isEqualTo(17);
            assertThat(schedule.path("problems")).isEmpty();
            assertThat(flights(schedule.path("flightNumber").asString())).hasSize(17);
        });
    }

    @Test
    void oneThatDiesHalfWayLeavesNothingHalf() {
        long id = openEnded(number, airplane, "JLO", "2031-03-26");
        String before = schedule(id).toString();
        clock.advance(Duration.ofDays(3));
        GenerateFlights dying = replica(new JdbcTemplate(dataSource), new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> work) {
                return transactions(dataSource).execute(status -> {
                    work.doInTransaction(status);
                    throw new IllegalStateException("killed before the commit");
                });
            }
        });

        assertThatThrownBy(dying::generateDue).hasMessage("killed before the commit");

        assertThat(schedule(id).toString()).isEqualTo(before);
        assertThat(flights(number)).hasSize(10);
        assertThat(replica().generateDue()).isEqualTo(3);
        assertThat(flights(number)).hasSize(13);
    }

    /** Somebody changes a schedule at this moment: it comes later, and holds nobody up. */
    @Test
    void whatIsLockedIsLeftToTheNextLook() {
        long locked = openEnded(number, airplane, "JLO", "2031-03-26");
        String free = number + "F";
        openEnded(free, airplane(), "JLO", "2031-03-26");
        clock.advance(Duration.ofDays(1));
        transactions(dataSource).executeWithoutResult(status -> {
            jdbc.sql("select id from schedule where id = ? for update")
                    .param(locked)
                    .query(Long.class)
                    .single();
            assertThat(inAnotherThread(replica()::generateDue)).isOne();
        });
        assertThat(flights(free)).hasSize(11);
        assertThat(flights(number)).hasSize(10);
        assertThat(replica().generateDue()).isOne();
    }

    @Test
    void aDayThatCanNotBeIsNotedAndTriedAgain() {
        long id = openEnded(number, airplane, "JLO", "2031-03-26");
        String other = number;
        number = other + "B";
        created(season("JLO", "JBE", "05:00", "PT2H", "2031-04-05", "2031-04-05"));
        String blocking = flightOn(number, "2031-04-05");
        airplane = airplane();
        number = other;
        created(season("JLO", "JBE", "05:00", "PT2H", "2031-04-07", "2031-04-07"));
        clock.advance(Duration.ofDays(4));

        assertThat(replica().generateDue()).isEqualTo(2);

        JsonNode problems = schedule(id).path("problems");
        assertThat(problems.toString())
                .isEqualTo("[{\"date\":\"2031-04-05\",\"code\":\"airplane_busy\"},"
                        + "{\"date\":\"2031-04-07\",\"code\":\"already_exists\"}]");
        assertThat(schedule(id).path("generatedUntil").asString()).isEqualTo("2031-04-08");
        assertThat(replica().generateDue()).isZero();
        assertThat(schedule(id).path("problems")).isEqualTo(problems);

        jdbc.sql("update flight set status = 'CANCELLED' where id = ?")
                .param(blocking)
                .update();
        assertThat(replica().generateDue()).isOne();
        assertThat(texts(schedule(id).path("problems"), "date")).containsExactly("2031-04-07");
        assertThat(dates(number)).contains("2031-04-05", "2031-04-06", "2031-04-08");
        clock.advance(Duration.ofDays(10));
        assertThat(replica().generateDue())
                .as("ten days more, and none for a day that is over")
                .isEqualTo(10);
    }

    /** The airplane lost the cabin: no day can be, and the job says so. */
    @Test
    void aCabinThatIsGoneIsAProblemOfEachDay() {
        long id = openEnded(number, airplane, "JLO", "2031-03-26");
        jdbc.sql("delete from airplane_cabin where registration = ? and cabin = 'ECONOMY'")
                .param(airplane)
                .update();
        clock.advance(Duration.ofDays(1));
        assertThat(replica().generateDue()).isZero();
        assertThat(schedule(id).path("problems").toString())
                .isEqualTo("[{\"date\":\"2031-04-05\",\"code\":\"cabin_missing\"}]");
    }

    /** Fifty times as many flights: the one call more is the audit log's second batch. */
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

    private long openEnded(String flightNumber, String registration, String origin, String from) {
        return creating(new JdbcTemplate(dataSource))
                .create(draft(flightNumber, registration, origin, LocalDate.parse(from), null), new Faults());
    }

    private CreateSchedule creating(JdbcTemplate through) {
        return new CreateSchedule(
                revisions(through),
                audit.on(through),
                new ScheduleStore(through),
                new ScheduleFlights(through),
                new ScheduleTransactions(transactions(java.util.Objects.requireNonNull(through.getDataSource()))),
                TEN_DAYS,
                clock);
    }

    private static ScheduleDraft draft(
            String flightNumber,
            String registration,
            String origin,
            LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
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

    private GenerateFlights replica() {
        return replica(new JdbcTemplate(dataSource), transactions(dataSource));
    }

    private GenerateFlights replica(JdbcTemplate through, TransactionOperations transactions) {
        return new GenerateFlights(
                revisions(through),
                new ScheduleStore(through),
                new ScheduleFlights(through),
                new ScheduleProblems(through),
                new ScheduleTransactions(transactions),
                TEN_DAYS,
                clock);
    }

    private FlightRevisions revisions(JdbcTemplate through) {
        return new FlightRevisions(through, new FlightChangeLog(through), audit.on(through));
    }

    private static TransactionTemplate transactions(DataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    private static int inAnotherThread(Callable<Integer> work) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return pool.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private JsonNode schedule(long id) {
        return schedule(Long.toString(id));
    }
}
