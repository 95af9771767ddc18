package dev.windrose.localstack.demo;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.Service;
import dev.windrose.localstack.StackSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Loads the demo network through the gateway's imports once, and keeps its timetable 60 days ahead. */
public final class DemoNetwork {

    private static final int DAYS_AHEAD = 60;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final StackSettings settings;
    private final Consumer<String> progress;
    private final Clock clock;
    private final Path marker;
    private final Api api;

    public DemoNetwork(StackSettings settings, Consumer<String> progress) {
        this(settings, progress, Clock.systemUTC());
    }

    DemoNetwork(StackSettings settings, Consumer<String> progress, Clock clock) {
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
        this.marker = settings.data().resolve("demo-network.properties");
        this.api = new Api("http://127.0.0.1:" + settings.port(Service.GATEWAY) + "/api/v1");
    }

    /** Does nothing if all of it is there. */
    public void load() {
        DemoSchedule schedule = new DemoSchedule(DemoData.read());
        LocalDate today = LocalDate.now(clock);
        LocalDate last = today.plusDays(DAYS_AHEAD - 1L);
        LocalDate loaded = loadedThrough();
        boolean complete = isThere() && !loaded.isBefore(today);
        if (complete && !loaded.isBefore(last)) {
            return;
        }
        String token = login();
        LocalDate first = complete ? loaded.plusDays(1) : today;
        if (!complete) {
            for (String kind : List.of("cities", "airports", "airlines")) {
                send(token, kind, DemoData.text(kind + ".csv"));
            }
            send(token, "airplanes", airplanes(schedule.airplanes()));
        }
        List<DemoSchedule.DemoFlight> flights = schedule.flights(first, last);
        progress.accept("loading the demo timetable: " + flights.size() + " flights, " + first + " to " + last + " …");
        send(token, "flights", csv(flights));
        remember(last);
    }

    /** The marker alone may tell of a database that is gone. */
    private boolean isThere() {
        return api.get("/airports/AMS").status() == 200;
    }

    private String login() {
        Api.Answer answer = api.post(
                "/auth/login",
                Map.of(
                        "email", setting("ADMIN_EMAIL", "admin@example.com"),
                        "password", setting("ADMIN_PASSWORD", "local-admin-password")));
        if (answer.status() != 200) {
            throw new LocalStackException("the administrator cannot log in: " + answer.summary());
        }
        return answer.json().path("accessToken").asString();
    }

    private void send(String token, String kind, String csv) {
        Api.Answer answer = api.withToken(token).postCsv("/imports/" + kind, csv);
        if (answer.status() != 200) {
            throw new LocalStackException("the import of " + kind + " failed: " + answer.summary());
        }
        JsonNode report = answer.json();
        String rejected = report.path("rejected").asInt() == 0
                ? ""
                : ", " + report.path("rejected").asInt() + " rejected ("
                        + report.path("errors").path(0) + ")";
        progress.accept(kind + ": " + report.path("created").asInt() + " created, "
                + report.path("updated").asInt() + " updated" + rejected);
    }

    static String airplanes(List<DemoSchedule.DemoAirplane> airplanes) {
        return airplanes.stream()
                .map(airplane -> airplane.registration() + "," + airplane.model() + "," + airplane.cabins())
                .collect(Collectors.joining("\n", "registration,model,cabins\n", "\n"));
    }

    static String csv(List<DemoSchedule.DemoFlight> flights) {
        return flights.stream()
                .map(flight -> String.join(
                        ",",
                        flight.flightNumber(),
                        flight.airplane(),
                        flight.origin(),
                        flight.destination(),
                        LOCAL.format(flight.departure()),
                        LOCAL.format(flight.arrival()),
                        flight.fares()))
                .collect(Collectors.joining(
                        "\n", "flightNumber,airplane,origin,destination,departureLocal,arrivalLocal,fares\n", "\n"));
    }

    private String setting(String name, String usual) {
        String value = settings.environment().getOrDefault(name, "");
        return value.isEmpty() ? usual : value;
    }

    private LocalDate loadedThrough() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.exists(marker) ? Files.readString(marker) : ""));
            return LocalDate.parse(properties.getProperty("loadedThrough", "2000-01-01"));
        } catch (IOException e) {
            throw new LocalStackException("cannot read " + marker + ": " + e, e);
        }
    }

    private void remember(LocalDate last) {
        try {
            Files.writeString(marker, "loadedThrough=" + last + "\n");
        } catch (IOException e) {
            throw new LocalStackException("cannot write " + marker + ": " + e, e);
        }
    }
}
