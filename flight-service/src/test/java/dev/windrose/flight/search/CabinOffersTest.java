package dev.windrose.flight.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.changes.OfferChange;
import dev.windrose.flight.changes.OfferChange.Offered;
import org.junit.jupiter.api.Test;

class CabinOffersTest {
    private final CabinOffers offers = CabinOffers.read(row(500, 4));

    @Test
    void whatWasOfferedAtAPointStaysKnown() {
        change(10, 100, 9, 200, 9);
        change(14, 200, 9, 500, 4);
        assertThat(priceAt(20)).isEqualTo(500);
        assertThat(priceAt(14)).isEqualTo(500);
        assertThat(priceAt(13)).isEqualTo(200);
        assertThat(priceAt(10)).isEqualTo(200);
        assertThat(priceAt(9))
                .as("what the log says it was before, not what the tables had by then")
                .isEqualTo(100);
        assertThat(offers.at(AsOf.parse("b")).seatsAvailable).isEqualTo(9);
    }

    @Test
    void changesThatAReadingHadInItAlreadyAreNotTakenTwice() {
        change(10, 100, 9, 200, 9);
        CabinOffers again = offers.readAgain(row(700, 3), 12);
        again.apply(11, new OfferChange(1, "ECONOMY", new Offered(200, 9), new Offered(600, 3)));
        assertThat(again.latest().priceMinor).isEqualTo(700);
        assertThat(again.at(at(11)).priceMinor).isEqualTo(200);
        assertThat(again.at(at(12)).priceMinor).isEqualTo(700);
    }

    @Test
    void aReadingThatFindsNothingNewLeavesItAsItIs() {
        change(10, 100, 9, 200, 9);
        CabinOffers.Offer before = offers.latest();
        assertThat(offers.readAgain(row(200, 9), 12).latest()).isSameAs(before);
    }

    @Test
    void whatNoCursorNamesIsForgotten() {
        change(10, 100, 9, 200, 9);
        change(14, 200, 9, 500, 4);
        change(18, 500, 4, 600, 4);
        offers.forgetBefore(15);
        assertThat(priceAt(15)).isEqualTo(500);
        assertThat(priceAt(11)).as("the oldest known").isEqualTo(500);
        assertThat(priceAt(18)).isEqualTo(600);
    }

    private void change(long seq, long before, int seatsBefore, long after, int seatsAfter) {
        offers.apply(
                seq, new OfferChange(1, "ECONOMY", new Offered(before, seatsBefore), new Offered(after, seatsAfter)));
    }

    private long priceAt(long seq) {
        return offers.at(at(seq)).priceMinor;
    }

    private static AsOf at(long seq) {
        return AsOf.parse(Long.toString(seq, 36));
    }

    private static CabinOffer row(long price, int seats) {
        return new CabinOffer(Cabin.ECONOMY, price, 10, seats);
    }
}
