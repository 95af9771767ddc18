package dev.windrose.notification.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Mails by type and outcome, the time from what happened to the mail, and how many wait. */
@Component
class SendingMetrics {
    private final MeterRegistry metrics;
    private final Clock clock;
    private final AtomicLong waiting;

    SendingMetrics(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.waiting = metrics.gauge("windrose.mail.waiting", new AtomicLong());
    }

    void sent(DueMail mail) {
        count(mail, "sent");
        // zero where the producer's clock is ahead of ours
        long millis = Math.max(0, clock.millis() - mail.eventAt().toEpochMilli());
        metrics.timer("windrose.mail.lag", "type", mail.envelope().type().name())
                .record(Duration.ofMillis(millis));
    }

    void retried(DueMail mail) {
        count(mail, "retried");
    }

    void failed(DueMail mail) {
        count(mail, "failed");
    }

    void waiting(long mails) {
        waiting.set(mails);
    }

    private void count(DueMail mail, String outcome) {
        metrics.counter("windrose.mails", "type", mail.envelope().type().name(), "outcome", outcome)
                .increment();
    }
}
