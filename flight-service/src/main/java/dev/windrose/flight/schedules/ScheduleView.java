package dev.windrose.flight.schedules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.flight.flights.Fare;
import dev.windrose.flight.flights.FlightRevision.Obstacle;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as the API shows it, with what holds in its last period; dates and times are local at the origin.
 *
 * @param to the last day, null if open-ended
 * @param flightsCreated in all, those included that were removed since
 * @param generatedUntil days up to this one have their flights, null before the first has
 * @param periods how it is flown in the course of time, each from its first day until the next begins
 * @param problems days of today and later that have no flight though they should, with the reason; they are tried again
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScheduleView(
        String id,
        String flightNumber,
        String airplane,
        String origin,
        String destination,
        String departureLocalTime,
        Duration duration,
        DaysOfWeek daysOfWeek,
        LocalDate from,
        @Nullable LocalDate to,
        boolean openEnded,
        List<Fare> fares,
        int flightsCreated,
        @Nullable LocalDate generatedUntil,
        List<PeriodView> periods,
        List<Obstacle> problems) {

    /** How it is flown from a day on. */
    public record PeriodView(
            LocalDate from,
            String airplane,
            String departureLocalTime,
            Duration duration,
            DaysOfWeek daysOfWeek,
            List<Fare> fares) {
        static PeriodView of(Periods.Period period) {
            ScheduleTerms terms = period.terms();
            return new PeriodView(
                    period.from(),
                    terms.airplane().value(),
                    terms.departure().toString(),
                    terms.duration(),
                    terms.days(),
                    terms.fares());
        }
    }

    static ScheduleView of(Schedule schedule, List<Obstacle> problems) {
        ScheduleTerms terms = schedule.periods().last();
        return new ScheduleView(
                Long.toString(schedule.id()),
                schedule.leg().flightNumber().value(),
                terms.airplane().value(),
                schedule.leg().origin().value(),
                schedule.leg().destination().value(),
                terms.departure().toString(),
                terms.duration(),
                terms.days(),
                schedule.from(),
                schedule.to(),
                schedule.to() == null,
                terms.fares(),
                schedule.flightsCreated(),
                schedule.generatedUntil().isBefore(schedule.from()) ? null : schedule.generatedUntil(),
                schedule.periods().all().stream().map(PeriodView::of).toList(),
                problems);
    }
}
