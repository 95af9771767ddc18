package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import dev.windrose.flight.search.Network.Fare;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five days of flights between eight airports in zones from Auckland to Honolulu, the same ones for the same seed. */
final class RandomNetwork {
    private static final List<String> AIRPORTS = List.of("ZAA", "ZBB", "ZCX", "ZCY", "ZDD", "ZEX", "ZFF", "ZEE");
    private static final List<String> CURRENCIES = List.of("USD", "USD", "USD", "EUR", "JPY", "BHD");

    private final Random random;
    private final Network network;
    private final LocalDate first = LocalDate.now().plusDays(40);

    RandomNetwork(JdbcClient jdbc, long seed) {
        this.random = new Random(seed);
        this.network = new Network(jdbc);
    }

    /** ZEE is an airport and, elsewhere, a city; ZGG is a city without airport; ZCC has two. */
    List<String> places() {
        List<String> places = new ArrayList<>(List.of("ZAA", "ZBB", "ZCC", "ZCX", "ZDD", "ZEE", "ZFF", "ZGG"));
        places.addAll(List.of("city:ZEE", "airport:ZEE", "city:ZCC", "airport:ZDD", "city:ZBB"));
        return places;
    }

    List<String> airlines() {
        return List.of("Z1", "Z2", "Z3", "Z4");
    }

    List<LocalDate> days() {
        return IntStream.rangeClosed(-1, 5).mapToObj(first::plusDays).toList();
    }

    void write(int flights) {
        places("ZAA", "Pacific/Auckland", "ZAA");
        places("ZBB", "Asia/Kolkata", "ZBB", "ZEE");
        places("ZCC", "America/New_York", "ZCX", "ZCY");
        places("ZDD", "Pacific/Honolulu", "ZDD");
        places("ZEE", "Australia/Lord_Howe", "ZEX");
        places("ZFF", "Europe/London", "ZFF");
        places("ZGG", "UTC");
        network.minimumConnection("ZDD", 90).minimumConnection("ZEX", 25);
        airlines().forEach(network::airline);
        network.catalogueWritten();
        for (int i = 0; i < flights; i++) {
            flight(airlines().get(random.nextInt(4)) + (1 + i));
        }
    }

    private void places(String city, String zone, String... airports) {
        network.city(city, "City " + city, zone);
        for (String airport : airports) {
            network.airport(airport, city, zone);
        }
    }

    private void flight(String number) {
        String from = AIRPORTS.get(random.nextInt(AIRPORTS.size()));
        String to = AIRPORTS.get(random.nextInt(AIRPORTS.size()));
        if (from.equals(to) || (from.equals("ZFF") && to.equals("ZEX"))) {
            return;
        }
        Instant departs =
                first.atStartOfDay().plusMinutes(5L * random.nextInt(5 * 288)).toInstant(ZoneOffset.UTC);
        Instant arrives = departs.plusSeconds(60L * (20 + random.nextInt(840)));
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        network.flight(number, from, to, departs, arrives, currency, status(), fares());
    }

    private String status() {
        int chance = random.nextInt(20);
        return chance == 0 ? "CANCELLED" : chance < 3 ? "DELAYED" : "SCHEDULED";
    }

    private List<Fare> fares() {
        List<Fare> fares = new ArrayList<>();
        for (Cabin cabin : Cabin.values()) {
            if (cabin == Cabin.ECONOMY || random.nextInt(4) == 0) {
                int capacity = 1 + random.nextInt(30);
                int taken = random.nextInt(3) == 0 ? capacity - Math.min(capacity, random.nextInt(3)) : 0;
                fares.add(new Fare(cabin, 1_000L + 50L * random.nextInt(1_500), capacity, taken));
            }
        }
        return fares;
    }
}
