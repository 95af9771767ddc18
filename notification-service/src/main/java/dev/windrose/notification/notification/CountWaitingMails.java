package dev.windrose.notification.notification;

import org.springframework.stereotype.Service;

/** Brings the metric of waiting mails up to date. */
@Service
public class CountWaitingMails {
    private final Outgoing outgoing;
    private final SendingMetrics metrics;

    CountWaitingMails(Outgoing outgoing, SendingMetrics metrics) {
        this.outgoing = outgoing;
        this.metrics = metrics;
    }

    public void count() {
        metrics.waiting(outgoing.waiting());
    }
}
