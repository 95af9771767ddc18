package dev.windrose.defaults.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.defaults.time.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Stores events in the transaction of the change they tell of; the relay publishes them once it has committed. */
public final class Outbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String source;
    private final Runnable committed;

    /** @param source the producing service's name. @param committed called after a commit that stored something */
    public Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, String source, Runnable committed) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.source = source;
        this.committed = committed;
    }

    /**
     * Records that something happened. Must run inside a transaction: an event without its change, or a change without its event, can't be.
     *
     * @param type routing key, past tense: {@code booking.confirmed}
     * @param aggregateId what it is about; events of one aggregate are published in their order
     * @param data everything its consumers need
     */
    public void record(String type, String aggregateId, Object data) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is recorded in the transaction of its change");
        }
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        String payload = json.writeValueAsString(
                new CloudEvent("1.0", id, type, "/" + source, now.toString(), aggregateId, "application/json", data));
        jdbc.sql("insert into outbox_event (event_id, aggregate_id, type, payload, created_at, available_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, aggregateId, type, payload, Utc.column(now), Utc.column(now))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.run();
            }
        });
    }

    /** The structured mode of CloudEvents 1.0. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CloudEvent(
            String specversion,
            String id,
            String type,
            String source,
            String time,
            String subject,
            String datacontenttype,
            Object data) {}
}
