package dev.windrose.e2e;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A little network that tests put flights on: three cities in three zones, one airline, airplanes of any size. */
final class Network {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final TestSystem system;
    private final Api staff;

    Network(TestSystem system) {
        this.system = system;
        this.staff = system.admin();
        importRows(
                "cities",
                "code,name,country,timeZone",
                "QLS,Lisbon,PT,Europe/Lisbon",
                "QVI,Vienna,AT,Europe/Vienna",
                "QTO,Tokyo,JP,Asia/Tokyo");
        importRows(
                "airports",
                "code,name,cityCode,latitude,longitude,timeZone",
                "QLS,Lisbon Test,QLS,38.7,-9.1,Europe/Lisbon",
                "QVI,Vienna Test,QVI,48.1,16.5,Europe/Vienna",
                "QTO,Tokyo Test,QTO,35.5,139.7,Asia/Tokyo");
        importRows("airlines", "code,name,accountingCode", "W1,Windrose Test Air,901");
    }

    /** A flight from Lisbon to Vienna in ten days with that many economy seats, at 120.00 EUR. */
    Flight lisbonVienna(int seats) {
        return flight(
                "QLS",
                "QVI",
                LocalDate.now().plusDays(10).atTime(9, 0),
                LocalDate.now().plusDays(10).atTime(13, 30),
                seats);
    }

    /** A flight from Vienna to Tokyo the evening of the same day. */
    Flight viennaTokyo(int seats) {
        return flight(
                "QVI",
                "QTO",
                LocalDate.now().plusDays(10).atTime(19, 0),
                LocalDate.now().plusDays(11).atTime(14, 0),
                seats);
    }

    /** A flight from Lisbon to Vienna in ten hours, whose check-in is open. */
    Flight soon(int seats) {
        ZonedDateTime departure =
                ZonedDateTime.now(ZoneId.of("Europe/Lisbon")).plusHours(10).truncatedTo(ChronoUnit.MINUTES);
        return flight(
                "QLS",
                "QVI",
                departure.toLocalDateTime(),
                departure
                        .plusMinutes(210)
                        .withZoneSameInstant(ZoneId.of("Europe/Vienna"))
                        .toLocalDateTime(),
                seats);
    }

    /** Another airplane of that many seats for it. */
    void swap(Flight flight, int seats) {
        String registration = airplane(seats);
        staff.patch("/flights/" + flight.id(), "{\"airplane\":\"" + registration + "\"}")
                .expect(200);
    }

    private Flight flight(String from, String to, LocalDateTime departure, LocalDateTime arrival, int seats) {
        String registration = airplane(seats);
        int n = NEXT.incrementAndGet();
        Api.Answer created = staff.post("/flights", """
                        {"flightNumber":"W1%d","airplane":"%s","origin":"%s","destination":"%s","departureTime":"%s",\
                        "arrivalTime":"%s","fares":[{"cabin":"ECONOMY","price":{"amount":"120.00","currency":"EUR"}}]}""".formatted(n, registration, from, to, departure, arrival))
                .expect(201);
        return new Flight(created.string("id"), "W1" + n, from, to, departure.toLocalDate());
    }

    private String airplane(int seats) {
        String registration = "QT-" + NEXT.incrementAndGet() + "-" + seats;
        String cabin = seats <= 99 ? "1-" + seats + ":A" : "1-" + seats / 4 + ":AB-CD";
        importRows("airplanes", "registration,model,cabins", registration + ",Test " + seats + ",ECONOMY:" + cabin);
        return registration;
    }

    /** A new price for its economy cabin. */
    void reprice(Flight flight, String amount) {
        staff.put("/flights/" + flight.id() + "/fares/ECONOMY", """
                        {"price":{"amount":"%s","currency":"EUR"}}""".formatted(amount))
                .expect(200);
    }

    int seatsAvailable(Flight flight) {
        return system.api()
                .get("/flights/" + flight.id())
                .expect(200)
                .json()
                .path("cabins")
                .path(0)
                .path("seatsAvailable")
                .asInt();
    }

    private void importRows(String kind, String header, String... rows) {
        Api.Answer answer = staff.importCsv("/imports/" + kind, header + "\n" + String.join("\n", rows) + "\n")
                .expect(200);
        if (answer.json().path("rejected").asInt() != 0) {
            throw new AssertionError(answer.text());
        }
    }

    record Flight(String id, String number, String origin, String destination, LocalDate date) {}
}
