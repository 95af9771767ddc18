package dev.windrose.localstack.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The flights of the demo network. A flight's times, airplane and fares follow from its route and date alone, never
 * from the day of the run, so that a later run continues the same timetable.
 */
final class DemoSchedule {

    /** One flight, as the import wants it; {@code departure} and {@code arrival} carry their airports' zones. */
    record DemoFlight(
            String flightNumber,
            String airplane,
            String origin,
            String destination,
            ZonedDateTime departure,
            ZonedDateTime arrival,
            String fares) {}

    /** One airplane; every route has its own. */
    record DemoAirplane(String registration, String model, String cabins) {}

    private static final Duration SHORT_TURNAROUND = Duration.ofMinutes(50);
    private static final Duration LONG_TURNAROUND = Duration.ofMinutes(110);
    private static final Duration LONG_FLIGHT = Duration.ofHours(6);
    private static final LocalTime EARLIEST_RETURN = LocalTime.of(6, 30);

    /** Daylight saving may move a return past midnight and so to the next morning. */
    private static final Duration ROTATION_MARGIN = Duration.ofHours(9);

    private static final LocalDate REFERENCE_DAY = LocalDate.of(2026, 1, 15);

    private final Map<String, DemoData.Airport> airports;
    private final Map<String, DemoData.AirplaneType> types;
    private final List<DemoData.Route> routes;

    DemoSchedule(DemoData data) {
        this.airports = data.airports().stream().collect(Collectors.toMap(DemoData.Airport::code, airport -> airport));
        this.types = data.types().stream().collect(Collectors.toMap(DemoData.AirplaneType::type, type -> type));
        this.routes = data.routes();
    }

    List<DemoAirplane> airplanes() {
        List<DemoAirplane> airplanes = new ArrayList<>();
        for (DemoData.Route route : routes) {
            DemoData.AirplaneType type = type(route);
            for (int index = 0; index < airplanesOf(route); index++) {
                airplanes.add(new DemoAirplane(registration(route, index), type.model(), type.cabins()));
            }
        }
        return airplanes;
    }

    /** Both directions of every rotation that begins on one of these local days, both ends included. */
    List<DemoFlight> flights(LocalDate from, LocalDate to) {
        List<DemoFlight> flights = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (DemoData.Route route : routes) {
                if (route.flownOn().contains(day.getDayOfWeek())) {
                    flights.addAll(rotation(route, day));
                }
            }
        }
        return flights;
    }

    private List<DemoFlight> rotation(DemoData.Route route, LocalDate day) {
        String airplane = registration(route, (int) Math.floorMod(day.toEpochDay(), (long) airplanesOf(route)));
        Duration flying = flyingTime(route);
        ZonedDateTime out = LocalDateTime.of(day, route.departs()).atZone(zone(route.origin()));
        ZonedDateTime there = out.plus(flying).withZoneSameInstant(zone(route.destination()));
        ZonedDateTime back = returnAfter(there.plus(turnaround(flying)));
        ZonedDateTime home = back.plus(flying).withZoneSameInstant(zone(route.origin()));
        return List.of(
                new DemoFlight(
                        route.airline() + route.number(),
                        airplane,
                        route.origin(),
                        route.destination(),
                        out,
                        there,
                        fares(route, day)),
                new DemoFlight(
                        route.airline() + (route.number() + 1),
                        airplane,
                        route.destination(),
                        route.origin(),
                        back,
                        home,
                        fares(route, back.toLocalDate())));
    }

    /** Nobody boards in the middle of the night: a return that would leave then waits for the morning. */
    private static ZonedDateTime returnAfter(ZonedDateTime earliest) {
        return earliest.toLocalTime().isBefore(EARLIEST_RETURN) ? earliest.with(EARLIEST_RETURN) : earliest;
    }

    private int airplanesOf(DemoData.Route route) {
        Duration flying = flyingTime(route);
        ZonedDateTime out = LocalDateTime.of(REFERENCE_DAY, route.departs()).atZone(zone(route.origin()));
        ZonedDateTime there = out.plus(flying).withZoneSameInstant(zone(route.destination()));
        ZonedDateTime back = returnAfter(there.plus(turnaround(flying)));
        Duration rotation = Duration.between(out, back.plus(flying).plus(turnaround(flying)));
        return (int) rotation.plus(ROTATION_MARGIN).toDays() + 1;
    }

    /** Half an hour for taxi, climb and descent, the rest at 850 km/h; in steps of five minutes. */
    private Duration flyingTime(DemoData.Route route) {
        long minutes = Math.round(30 + distance(route) / 850 * 60);
        return Duration.ofMinutes((minutes + 4) / 5 * 5);
    }

    private static Duration turnaround(Duration flying) {
        return flying.compareTo(LONG_FLIGHT) < 0 ? SHORT_TURNAROUND : LONG_TURNAROUND;
    }

    private double distance(DemoData.Route route) {
        return airport(route.origin()).kilometresTo(airport(route.destination()));
    }

    /** By distance and weekday, with a spread that the date decides: {@code ECONOMY:129.00:USD|BUSINESS:…}. */
    private String fares(DemoData.Route route, LocalDate date) {
        double weekday = date.getDayOfWeek().getValue() >= 5 ? 1.2 : 1.0;
        double spread = 0.85 + Math.floorMod(date.toEpochDay() * 31 + route.number() * 17L, 31L) / 100.0;
        double economy = (38 + 0.062 * distance(route)) * weekday * spread;
        return type(route).cabinNames().stream()
                .map(cabin -> cabin + ":" + Math.round(economy * factor(cabin)) + ".00:USD")
                .collect(Collectors.joining("|"));
    }

    private static double factor(String cabin) {
        return switch (cabin) {
            case "PREMIUM_ECONOMY" -> 1.6;
            case "BUSINESS" -> 3.1;
            case "FIRST" -> 5.5;
            default -> 1.0;
        };
    }

    private static String registration(DemoData.Route route, int index) {
        return route.airline() + "-" + route.number() + (char) ('A' + index);
    }

    private DemoData.AirplaneType type(DemoData.Route route) {
        return known(types, route.type());
    }

    private DemoData.Airport airport(String code) {
        return known(airports, code);
    }

    private ZoneId zone(String airport) {
        return airport(airport).zone();
    }

    private static <T> T known(Map<String, T> all, String key) {
        T found = all.get(key);
        if (found == null) {
            throw new IllegalStateException("The demo network does not know " + key);
        }
        return found;
    }
}
