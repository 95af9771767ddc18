package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Open-ended schedules as time goes by. */
class GenerateFlightsTest extends KeptGoingTest {
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
}
