package dev.windrose.notification.notification;

import dev.windrose.defaults.lifecycle.CrashPoints;
import dev.windrose.defaults.messaging.RetryDelays;
import dev.windrose.notification.booking.MailFiles;
import dev.windrose.notification.mail.Mail;
import dev.windrose.notification.mail.MailNotSent;
import dev.windrose.notification.mail.MailWriter;
import dev.windrose.notification.mail.SmtpMailer;
import dev.windrose.notification.mail.Told;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one mail that is due. What it met with is written down in a transaction of its own after the mail server has answered. Between the
 * server's yes and that note lies the one instant in which a crash sends a mail twice, with the same Message-ID.
 */
@Service
public class SendNextMail {
    private static final Logger log = LoggerFactory.getLogger(SendNextMail.class);

    private static final Duration NOTE_WITHIN = Duration.ofSeconds(45);

    private final Outgoing outgoing;
    private final MailWriter writer;
    private final SmtpMailer mailer;
    private final MailFiles files;
    private final JsonMapper json;
    private final RetryDelays delays;
    private final SendingMetrics metrics;

    SendNextMail(
            Outgoing outgoing,
            MailWriter writer,
            SmtpMailer mailer,
            MailFiles files,
            JsonMapper json,
            RetryDelays delays,
            SendingMetrics metrics) {
        this.outgoing = outgoing;
        this.writer = writer;
        this.mailer = mailer;
        this.files = files;
        this.json = json;
        this.delays = delays;
        this.metrics = metrics;
    }

    /** False if none is due. */
    public boolean sendNext() {
        Optional<DueMail> due = outgoing.claim();
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(DueMail due) {
        try {
            Told told = read(due);
            mailer.send(
                    due.envelope(), write(due, told), files.of(due.envelope().type(), due.aboutId(), told));
        } catch (MailNotSent e) {
            notSent(due, e);
            return;
        }
        CrashPoints.reach("notification.sent-before-marked");
        note(() -> outgoing.sent(due));
        metrics.sent(due);
    }

    private Told read(DueMail due) {
        try {
            return json.readValue(due.data(), due.envelope().type().told());
        } catch (RuntimeException e) {
            throw MailNotSent.forGood(e);
        }
    }

    private Mail write(DueMail due, Told told) {
        try {
            return writer.write(due.envelope().type(), told);
        } catch (RuntimeException e) {
            // a mended template and an administrator's retry can still send it
            throw MailNotSent.forGood(e);
        }
    }

    private void notSent(DueMail due, MailNotSent why) {
        Optional<Duration> next = why.isForGood() ? Optional.empty() : delays.after(due.attempt());
        String error = String.valueOf(why.getMessage());
        if (next.isPresent()) {
            log.info(
                    "{} {}: try {} failed, next in {}: {}",
                    due.envelope().type(),
                    due.id(),
                    due.attempt(),
                    next.get(),
                    error);
            note(() -> outgoing.retryAfter(due, next.get(), error));
            metrics.retried(due);
        } else {
            log.error(
                    "{} {} could not be sent and is given up: {}",
                    due.envelope().type(),
                    due.id(),
                    error);
            note(() -> outgoing.failed(due, error));
            metrics.failed(due);
        }
    }

    /** A database lost for a moment must not make a mail that is gone look unsent: tried for a while, until the lease is nearly over. */
    private static void note(Runnable outcome) {
        long giveUpAt = System.nanoTime() + NOTE_WITHIN.toNanos();
        while (true) {
            try {
                outcome.run();
                return;
            } catch (DataAccessException e) {
                if (System.nanoTime() > giveUpAt || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
