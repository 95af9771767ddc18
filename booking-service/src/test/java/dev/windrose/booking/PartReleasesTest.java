package dev.windrose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.booking.FlightStandIn.Fault;
import dev.windrose.booking.FlightStandIn.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seats of cancelled parts become free, whatever happens on the way. */
class PartReleasesTest extends CancelledPartsTest {
    @ParameterizedTest
    @CsvSource({"HANGS", "DROPS_ANSWER", "UNAVAILABLE", "STRANGE_404"})
    void seatsAreFreedLaterOnceThoughFlightServiceDoesNotAnswer(Fault fault) {
        String reference = paid(3, there, back);
        FLIGHTS.fail(Operation.RELEASE_PART, fault, 1);

        Api.Answer cancelled = customer().cancel(reference, List.of(1, 2), List.of(back));

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.at("/booking/status")).isEqualTo("CONFIRMED");
        assertThat(discrepanciesOf(reference)).as("a debt that is known").isEmpty();
        pass(Duration.ofSeconds(30));
        payReleases();
        assertThat(taken()).isEqualTo("3 1");
        payReleases();
        assertThat(taken()).isEqualTo("3 1");
        assertThat(count("select count(*) from part_release_owed where booking_id = ?", idOf(reference)))
                .isZero();
        assertSound(reference);
    }

    @Test
    void aPartAndThenTheRestAreFreedOnceInWhateverOrder() {
        String reference = paid(3, there, back);
        FLIGHTS.fail(Operation.RELEASE_PART, Fault.UNAVAILABLE, 1);
        customer().cancel(reference, List.of(1), EVERYWHERE);
        customer().cancel(reference);
        assertThat(taken()).isEqualTo("0 0");

        pass(Duration.ofSeconds(30));
        payReleases();

        assertThat(taken()).isEqualTo("0 0");
        assertThat(count("select count(*) from part_release_owed where booking_id = ?", idOf(reference)))
                .isZero();
    }

    @Test
    void aReleaseThatIsRefusedKeepsNoOtherFromBeingPaid() {
        String lost = paid(2, there);
        FLIGHTS.holds().lose(idOf(lost));
        customer().cancel(lost, List.of(1), EVERYWHERE);
        String other = paid(2, back);
        FLIGHTS.fail(Operation.RELEASE_PART, Fault.UNAVAILABLE, 1);
        customer().cancel(other, List.of(1), EVERYWHERE);
        assertThat(FLIGHTS.holds().taken(back)).isEqualTo(2);

        pass(Duration.ofSeconds(30));
        payReleases();

        assertThat(FLIGHTS.holds().taken(back)).isEqualTo(1);
        assertThat(count("select count(*) from part_release_owed where booking_id = ?", idOf(lost)))
                .isEqualTo(1);
        customer().cancel(lost);
        pass(Duration.ofSeconds(30));
        payReleases();
        assertThat(count("select count(*) from part_release_owed where booking_id = ?", idOf(lost)))
                .isZero();
    }
}
