package dev.windrose.flight.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Writes down what was changed of an account, elsewhere. */
@Service
public class RecordAccountChange {
    private final AuditLog audit;

    RecordAccountChange(AuditLog audit) {
        this.audit = audit;
    }

    /** In the transaction that takes the news in. @param at when it happened */
    public void record(AccountChange change, Instant at) {
        audit.record(
                at,
                Objects.requireNonNullElse(change.changedBy(), Actor.SYSTEM),
                change.requestId(),
                List.of(new AuditedChange(
                        "account." + change.change(),
                        new Subject("account", change.userId()),
                        change.before(),
                        change.after())));
    }
}
