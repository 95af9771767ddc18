package dev.windrose.booking.booking.jobs;

import dev.windrose.booking.booking.BookingSettings;
import dev.windrose.booking.booking.CheckInSettings;
import dev.windrose.booking.booking.ExpireBookings;
import dev.windrose.booking.booking.FollowFlights;
import dev.windrose.booking.booking.OwedPartReleases;
import dev.windrose.booking.booking.OwedReleases;
import dev.windrose.booking.booking.RecoverBookings;
import dev.windrose.booking.booking.TellCheckIn;
import dev.windrose.booking.booking.TellDisruptions;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What runs by the clock, on every replica. A run that fails is logged and comes again. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "windrose.booking.jobs-enabled", matchIfMissing = true)
class BookingJobs implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(BookingJobs.class);
    private static final Duration PAY_RELEASES_EVERY = Duration.ofSeconds(2);
    private static final Duration FOLLOW_FLIGHTS_EVERY = Duration.ofSeconds(20);
    private static final Duration TELL_DISRUPTIONS_EVERY = Duration.ofSeconds(1);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final BookingSettings settings;
    private final ExpireBookings expiry;
    private final RecoverBookings recovery;
    private final OwedReleases releases;
    private final OwedPartReleases partReleases;
    private final FollowFlights flights;
    private final TellDisruptions disruptions;
    private final TellCheckIn checkIn;
    private final CheckInSettings checkInSettings;
    private final IdempotencyKeys keys;

    BookingJobs(
            BookingSettings settings,
            ExpireBookings expiry,
            RecoverBookings recovery,
            OwedReleases releases,
            OwedPartReleases partReleases,
            FollowFlights flights,
            TellDisruptions disruptions,
            TellCheckIn checkIn,
            CheckInSettings checkInSettings,
            IdempotencyKeys keys) {
        this.settings = settings;
        this.expiry = expiry;
        this.recovery = recovery;
        this.releases = releases;
        this.partReleases = partReleases;
        this.flights = flights;
        this.disruptions = disruptions;
        this.checkIn = checkIn;
        this.checkInSettings = checkInSettings;
        this.keys = keys;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        // Twice within the interval: the seats are to be free by its end, so the work can't begin there.
        every(tasks, settings.expiryInterval().dividedBy(2), "expiry", expiry::expireDue);
        every(tasks, settings.recoveryAge().dividedBy(3), "recovery", recovery::recoverAll);
        every(tasks, PAY_RELEASES_EVERY, "release", releases::payDue);
        every(tasks, PAY_RELEASES_EVERY, "part release", partReleases::payDue);
        every(tasks, FOLLOW_FLIGHTS_EVERY, "flights", flights::applyAgain);
        every(tasks, TELL_DISRUPTIONS_EVERY, "disruption", disruptions::tellDue);
        every(tasks, checkInSettings.tellEvery(), "check-in", checkIn::tellDue);
        every(tasks, PURGE_EVERY, "key purge", this::purgeKeys);
    }

    private void purgeKeys() {
        while (keys.purge() > 0) {
            // a few at a time
        }
    }

    private static void every(ScheduledTaskRegistrar tasks, Duration pause, String name, Runnable job) {
        tasks.addFixedDelayTask(new FixedDelayTask(() -> run(name, job), pause, pause));
    }

    private static void run(String name, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            log.warn("the {} job comes again: {}", name, e.toString());
        }
    }
}
