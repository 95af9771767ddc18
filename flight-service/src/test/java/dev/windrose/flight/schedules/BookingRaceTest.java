package dev.windrose.flight.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** A booking and a change of the schedule at the same moment: the booking has the flight as it is from then on, or none. */
class BookingRaceTest extends SchedulesTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private record Outcome(Answer hold, Answer patch) {}

    @RepeatedTest(15)
    void eitherTheFlightKeepsItsTimeOrItIsBookedAtTheNewOne() throws Exception {
        String id = created(season("JLO", "JNY", "06:15", "PT8H", "2031-08-04", "2031-08-06"));
        String flight = flightOn(number, "2031-08-05");

        Outcome outcome = atOnce(flight, id, Map.of("departureLocalTime", "07:00", "bookedFlights", "KEEP"));

        assertThat(outcome.patch.status()).as(outcome.patch.toString()).isEqualTo(200);
        assertThat(outcome.hold.status()).as(outcome.hold.toString()).isEqualTo(200);
        List<String> untouched = texts(outcome.patch.json().path("flightsUntouched"), "flightId");
        String now = anonymous()
                .get("/api/v1/flights/" + flight)
                .json()
                .path("departureTime")
                .asString();
        assertThat(now)
                .isEqualTo(untouched.contains(flight) ? "2031-08-05T06:15:00+01:00" : "2031-08-05T07:00:00+01:00");
        assertThat(outcome.hold
                        .json()
                        .path("segments")
                        .path(0)
                        .path("departureTime")
                        .asString())
                .isEqualTo(now);
    }

    @RepeatedTest(15)
    void eitherTheFlightStaysOrItCanNotBeBooked() throws Exception {
        String id = created(season("JLO", "JNY", "06:15", "PT8H", "2031-08-04", "2031-08-06"));
        String flight = flightOn(number, "2031-08-06");

        Outcome outcome = atOnce(flight, id, Map.of("to", "2031-08-05"));

        boolean there = anonymous().get("/api/v1/flights/" + flight).status() == 200;
        assertThat(outcome.hold.status()).as(outcome.hold.toString()).isEqualTo(there ? 200 : 404);
        assertThat(outcome.patch.status()).as(outcome.patch.toString()).isEqualTo(there ? 409 : 200);
        if (there) {
            assertThat(texts(outcome.patch.json().path("flightsUntouched"), "flightId"))
                    .containsExactly(flight);
        }
    }

    private Outcome atOnce(String flight, String schedule, Object change) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Answer> hold = pool.submit(() -> {
            start.await();
            return hold(UUID.randomUUID().toString(), flight);
        });
        Future<Answer> patch = pool.submit(() -> {
            start.await();
            return patch(schedule, change);
        });
        return new Outcome(hold.get(), patch.get());
    }
}
