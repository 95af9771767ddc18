package dev.windrose.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.flight.Cabin;
import dev.windrose.booking.flight.HoldRequest.Segment;
import dev.windrose.defaults.problem.ProblemException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusedMeanwhileTest {
    private static final ProblemException SOLD_OUT =
            new ProblemException(HttpStatus.CONFLICT, "insufficient_seats", "none");

    private final RefusedMeanwhile refusals = new RefusedMeanwhile();

    @Test
    void isToldToThoseWhoCameBeforeItWasDecidedAndToNobodyLater() {
        refusals.note(wish(2, "A"), SOLD_OUT, 100);

        assertThat(refusals.since(100, wish(2, "A"))).isSameAs(SOLD_OUT);
        assertThat(refusals.since(101, wish(2, "A"))).isNull();
    }

    @Test
    void isToldOnlyToThoseWhoNeedAsManySeatsOnTheSameFlights() {
        refusals.note(wish(2, "A"), SOLD_OUT, 100);
        refusals.note(wish(2, "B", "C"), SOLD_OUT, 100);

        assertThat(refusals.since(0, wish(1, "A"))).isNull();
        assertThat(refusals.since(0, wish(3, "D", "A"))).isSameAs(SOLD_OUT);
        assertThat(refusals.since(0, wish(2, "B"))).isNull();
        assertThat(refusals.since(0, wish(2, "C", "B"))).isSameAs(SOLD_OUT);
    }

    @Test
    void anotherRefusalSaysNothingOfTheNextCaller() {
        refusals.note(wish(2, "A"), new ProblemException(HttpStatus.CONFLICT, "price_changed", "dearer"), 100);

        assertThat(refusals.since(0, wish(2, "A"))).isNull();
    }

    private static NewBooking wish(int passengers, String... flights) {
        return new NewBooking(
                Stream.of(flights).map(f -> new Segment(f, Cabin.ECONOMY)).toList(),
                IntStream.range(0, passengers)
                        .mapToObj(i -> new NewPassenger("A", "B", LocalDate.EPOCH, PassengerType.ADULT))
                        .toList(),
                null,
                null);
    }
}
