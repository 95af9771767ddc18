package dev.windrose.notification.notification.jobs;

import dev.windrose.notification.mail.MailSettings;
import dev.windrose.notification.notification.CountWaitingMails;
import dev.windrose.notification.notification.NotificationStored;
import dev.windrose.notification.notification.SendNextMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is due, several mails at once so that one hanging conversation holds up no other: woken when a notification was committed, and every second
 * for retries and for what other replicas left.
 */
@Component
class SendMailsJob implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SendMailsJob.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration COMPLAIN_EVERY = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

    private final SendNextMail sendNextMail;
    private final CountWaitingMails countWaitingMails;
    private final int senders;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong complainedAt = new AtomicLong(System.nanoTime() - COMPLAIN_EVERY.toNanos());
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    SendMailsJob(SendNextMail sendNextMail, CountWaitingMails countWaitingMails, MailSettings settings) {
        this.sendNextMail = sendNextMail;
        this.countWaitingMails = countWaitingMails;
        this.senders = settings.senders();
    }

    @TransactionalEventListener
    void wake(NotificationStored stored) {
        if (wake.availablePermits() < senders) {
            wake.release();
        }
    }

    private void work() {
        while (running) {
            try {
                wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                while (running && sendNextMail.sendNext()) {
                    // the next may be due as well
                }
                countWaitingMails.count();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                complain(e);
            }
        }
    }

    /** The next round is a second away; a lost database is told once a minute. */
    private void complain(RuntimeException e) {
        long now = System.nanoTime();
        long before = complainedAt.get();
        if (now - before >= COMPLAIN_EVERY.toNanos() && complainedAt.compareAndSet(before, now)) {
            log.warn("mails wait: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= senders; i++) {
            Thread worker = new Thread(this::work, "mail-sender-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    /** Lets mails under way be finished: a conversation broken off may have been a mail accepted. */
    @Override
    public synchronized void stop() {
        running = false;
        wake.release(senders);
        long until = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (Thread worker : workers) {
                worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the consumer of events. */
    @Override
    public int getPhase() {
        return 50;
    }
}
