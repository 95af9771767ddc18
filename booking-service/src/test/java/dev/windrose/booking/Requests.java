package dev.windrose.booking;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of requests. */
public final class Requests {
    public static final String PAYS = "4242424242424242";

    private Requests() {}

    /** So many passengers in economy on these flights. */
    public static String booking(int passengers, String... flights) {
        return "{\"segments\":[" + segments(flights) + "],\"passengers\":[" + passengers(passengers) + "]}";
    }

    /** One adult on a flight, with another member of the body. */
    public static String bookingWith(String member, String... flights) {
        return "{" + member + ",\"segments\":[" + segments(flights) + "],\"passengers\":[" + passengers(1) + "]}";
    }

    public static String card(String number) {
        return card(number, "12", "2090");
    }

    public static String card(String number, String month, String year) {
        return """
               {"card":{"number":"%s","expiryMonth":%s,"expiryYear":%s,"cvc":"123","holder":"Ada Lovelace"}}""".formatted(number, month, year);
    }

    private static String segments(String... flights) {
        return Arrays.stream(flights)
                .map(flight -> "{\"flightId\":\"" + flight + "\",\"cabin\":\"ECONOMY\"}")
                .collect(Collectors.joining(","));
    }

    private static String passengers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "{\"firstName\":\"Ada " + n + "\",\"lastName\":\"Lovelace\"}")
                .collect(Collectors.joining(","));
    }
}
