package dev.windrose.flight.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals are remembered for as long as settings say, and then forgotten; nothing else is. */
class PurgeTombstonesTest extends InventoryTest {
    @Autowired
    private PurgeTombstones tombstones;

    @Autowired
    private Holds holds;

    @Autowired
    private InventoryTransactions transactions;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    @Qualifier("databaseClock")
    private Clock databaseClock;

    private long flight;

    @BeforeEach
    void aFullFlight() {
        flight = flight(48, 1);
    }

    @Test
    void forgetsOldTombstonesAndOnlyThose() {
        String held = held(1, flight);
        String released = held(1, flight(48, 1));
        release(released);
        String oldRefusal = refused();
        String oldDeletion = newBooking();
        release(oldDeletion);
        String recent = refused();
        Stream.of(held, released, oldRefusal, oldDeletion).forEach(id -> age(id, "169 hour"));
        age(recent, "167 hour");

        tombstones.purge();

        assertThat(stateOf(oldRefusal)).isNull();
        assertThat(stateOf(oldDeletion)).isNull();
        assertThat(stateOf(recent)).isEqualTo("TOMBSTONE");
        assertThat(stateOf(held)).isEqualTo("HELD");
        assertThat(stateOf(released)).isEqualTo("RELEASED");
        assertThat(hold(recent, request(1, flight)).code()).isEqualTo("insufficient_seats");
    }

    @Test
    void whoeverIsForgottenIsAnsweredAnew() {
        String winner = held(1, flight);
        String loser = refused();
        release(winner);
        age(loser, "8 day");

        tombstones.purge();

        Answer again = hold(loser, request(1, flight));
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void replicasShareTheWorkInBatches() throws Exception {
        held(1, flight);
        List<String> old = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            old.add(refused());
        }
        old.forEach(id -> age(id, "8 day"));
        InventorySettings settings =
                new InventorySettings(Duration.ofHours(1), 8, 6, Duration.ZERO, Duration.ofDays(7), 7);
        PurgeTombstones replica = new PurgeTombstones(holds, transactions, settings, databaseClock);

        atOnce(Collections.nCopies(4, Executors.callable(replica::purge)));

        assertThat(old).allSatisfy(id -> assertThat(stateOf(id)).isNull());
    }

    @Test
    void aTombstoneThatSomebodyIsAtKeepsNobodyWaiting() {
        held(1, flight);
        String locked = refused();
        String free = refused();
        age(locked, "8 day");
        age(free, "8 day");

        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            holds.lock(new BookingId(locked));
            var purging = CompletableFuture.runAsync(tombstones::purge);
            purging.join();
        });

        assertThat(stateOf(free)).isNull();
        assertThat(stateOf(locked)).isEqualTo("TOMBSTONE");
        tombstones.purge();
        assertThat(stateOf(locked)).isNull();
    }

    private String refused() {
        String id = newBooking();
        assertThat(hold(id, request(1, flight)).status()).isEqualTo(409);
        return id;
    }

    private void age(String booking, String interval) {
        jdbc.sql("update seat_hold set created_at = utc_timestamp(3) - interval " + interval + " where booking_id = ?")
                .param(booking)
                .update();
    }
}
