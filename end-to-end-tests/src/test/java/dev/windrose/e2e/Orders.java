package dev.windrose.e2e;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies of the requests that customers send. */
final class Orders {
    private Orders() {}

    static String seats(int passengers, Network.Flight... flights) {
        return seats(passengers, null, flights);
    }

    static String seats(int passengers, @Nullable String expectedTotal, Network.Flight... flights) {
        String segments = Stream.of(flights)
                .map(f -> "{\"flightId\":\"" + f.id() + "\",\"cabin\":\"ECONOMY\"}")
                .collect(Collectors.joining(","));
        String people = IntStream.range(0, passengers)
                .mapToObj(i -> "{\"firstName\":\"Pax" + (char) ('A' + i) + "\",\"lastName\":\"Traveller\"}")
                .collect(Collectors.joining(","));
        String expected = expectedTotal == null
                ? ""
                : ",\"expectedTotal\":{\"amount\":\"" + expectedTotal + "\",\"currency\":\"EUR\"}";
        return "{\"segments\":[" + segments + "],\"passengers\":[" + people + "]" + expected + "}";
    }

    static String goodCard() {
        return card("4242424242424242");
    }

    static String card(String number) {
        return """
                {"card":{"number":"%s","expiryMonth":12,"expiryYear":2035,"cvc":"123","holder":"Test Traveller"}}""".formatted(number);
    }
}
