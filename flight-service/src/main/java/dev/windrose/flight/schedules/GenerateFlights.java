package dev.windrose.flight.schedules;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.flights.FlightRevision;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import dev.windrose.flight.flights.FlightRevisions;
import dev.windrose.flight.flights.FlightTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps open-ended schedules generated up to the horizon. On any number of replicas: each schedule is claimed by its row's lock and done
 * in one transaction, so one that dies half-way leaves nothing half. A day on which the flight can't be is noted and tried again at every
 * look until it is over.
 */
@Component
public class GenerateFlights {
    private static final Logger log = LoggerFactory.getLogger(GenerateFlights.class);

    private final FlightRevisions revisions;
    private final ScheduleStore store;
    private final ScheduleFlights flights;
    private final ScheduleProblems problems;
    private final ScheduleTransactions transactions;
    private final ScheduleSettings settings;
    private final Clock clock;

    GenerateFlights(
            FlightRevisions revisions,
            ScheduleStore store,
            ScheduleFlights flights,
            ScheduleProblems problems,
            ScheduleTransactions transactions,
            ScheduleSettings settings,
            @Qualifier("databaseClock") Clock clock) {
        this.revisions = revisions;
        this.store = store;
        this.flights = flights;
        this.problems = problems;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Generates what is due, and returns how many flights that were. A schedule that fails doesn't hold up the others. */
    public int generateDue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int created = 0;
        for (long id : store.toGenerate(
                today.minusDays(1), today.plusDays(settings.horizon().toDays() + 1))) {
            try {
                created += transactions.run(
                        () -> store.lockIfFree(id).map(this::generate).orElse(0));
            } catch (DataAccessException e) {
                log.warn("schedule {} could not be generated further, it comes again: {}", id, e.toString());
            }
        }
        return created;
    }

    private int generate(Schedule schedule) {
        ZoneId zone = store.zone(schedule.leg().origin());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate until = until(schedule, today);
        List<LocalDate> again = problems.dates(schedule.id(), today).stream()
                .filter(schedule::flies)
                .toList();
        List<LocalDate> dates = dates(schedule, again, today, until);
        if (dates.isEmpty() && until.equals(schedule.generatedUntil())) {
            return 0;
        }
        FlightRevision revision = revisions.begin(false);
        // What is wrong with the terms as a whole, a cabin that the airplane has lost, shows as an obstacle of each
        // day.
        revision.refer(
                schedule.periods().from(today).stream()
                        .map(terms -> terms.draft(schedule.leg()))
                        .toList(),
                Set.of(),
                new Faults());
        for (LocalDate date : dates) {
            FlightTerms terms = schedule.periods().on(date).on(date, schedule.leg(), zone);
            if (terms != null) {
                revision.create(terms);
            }
        }
        List<Obstacle> obstacles = revision.obstacles(false);
        List<Long> created = revision.carryOut();
        flights.link(schedule.id(), created);
        problems.note(schedule.id(), dates, obstacles);
        if (!until.equals(schedule.generatedUntil()) || !created.isEmpty()) {
            store.update(schedule.generated(until, created.size()));
        }
        tell(
                schedule,
                created.size(),
                obstacles.stream()
                        .filter(obstacle -> !again.contains(obstacle.date()))
                        .toList());
        return created.size();
    }

    private LocalDate until(Schedule schedule, LocalDate today) {
        LocalDate horizon = today.plusDays(settings.horizon().toDays());
        return schedule.to() != null || horizon.isBefore(schedule.generatedUntil())
                ? schedule.generatedUntil()
                : horizon;
    }

    /** The days to be tried again, and those whose turn it is; never one that is over. */
    private static List<LocalDate> dates(Schedule schedule, List<LocalDate> again, LocalDate today, LocalDate until) {
        LocalDate next = schedule.generatedUntil().plusDays(1);
        List<LocalDate> due = schedule.dates(next.isBefore(today) ? today : next, until);
        return Stream.concat(again.stream(), due.stream()).toList();
    }

    private static void tell(Schedule schedule, int created, List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            log.warn(
                    "schedule {} ({}): {} flights generated, none on {}",
                    schedule.id(),
                    schedule.leg().flightNumber(),
                    created,
                    obstacles);
        }
    }
}
