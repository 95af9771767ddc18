package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.changes.AsOf;
import dev.windrose.flight.flights.FlightStatus;
import dev.windrose.flight.flights.FlightView.RatingView;
import dev.windrose.flight.search.Directory.Airport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flights of the read model for tests without a database: from Auckland to Honolulu (over the date line) unless said otherwise. */
final class Flights {
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    static final Directory DIRECTORY = new Directory(
            Map.of(
                    "AKL", airport("AKL", "Pacific/Auckland"),
                    "HNL", airport("HNL", "Pacific/Honolulu"),
                    "LAX", airport("LAX", "America/Los_Angeles"),
                    "JFK", airport("JFK", "America/New_York")),
            Map.of(),
            Map.of(),
            Map.of());

    private final long id;
    private String origin = "LAX";
    private String destination = "JFK";
    private String airline = "AA";
    private LocalDateTime departs = DAY.atTime(8, 0);
    private Duration lasts = Duration.ofHours(5);
    private long price = 20_000;
    private int seats = 9;
    private @Nullable RatingView rating;

    private Flights(long id) {
        this.id = id;
    }

    static Flights flight(long id) {
        return new Flights(id);
    }

    Flights route(String from, String to) {
        origin = from;
        destination = to;
        return this;
    }

    Flights airline(String code) {
        airline = code;
        return this;
    }

    Flights departing(int hour, int minute) {
        return departing(DAY.atTime(hour, minute));
    }

    Flights departing(LocalDateTime local) {
        departs = local;
        return this;
    }

    Flights lasting(int minutes) {
        lasts = Duration.ofMinutes(minutes);
        return this;
    }

    Flights price(long minor) {
        price = minor;
        return this;
    }

    Flights seats(int left) {
        seats = left;
        return this;
    }

    Flights rated(String average) {
        rating = new RatingView(new BigDecimal(average), 7);
        return this;
    }

    TimetableFlight get() {
        Instant departure = departs.atZone(DIRECTORY.airport(origin).zone()).toInstant();
        return new TimetableFlight(
                new TimetableFlight.Row(
                        id,
                        airline + id,
                        airline,
                        origin,
                        destination,
                        "N1",
                        departure,
                        departure.plus(lasts),
                        departure,
                        FlightStatus.SCHEDULED,
                        "USD",
                        rating),
                DIRECTORY,
                List.of(new CabinOffer(Cabin.ECONOMY, price, 10, seats)));
    }

    /** All that is known of these flights, at the beginning of the log. */
    static TimetableStore.State state(Routes routes, TimetableFlight... flights) {
        return new TimetableStore.State(Timetable.of(List.of(flights)), DIRECTORY, routes, AsOf.BEGINNING);
    }

    private static Airport airport(String code, String zone) {
        return new Airport(
                code, code, code, code, ZoneId.of(zone), Duration.ofMinutes(60).toMillis());
    }
}
