package dev.windrose.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.flight.Api.Answer;
import java.util.Map;

/** A few real places for tests to fly between, airline ZZ, and airplanes as they need them. Adding what is there does no harm. */
public final class TestNetwork {
    private static final String PLACES = """
            SEA Seattle US America/Los_Angeles 47.449 -122.309
            ANC Anchorage US America/Anchorage 61.174 -149.996
            HNL Honolulu US Pacific/Honolulu 21.318 -157.922
            BLR Bengaluru IN Asia/Kolkata 13.198 77.706
            NRT Tokyo JP Asia/Tokyo 35.764 140.386
            """;

    private final Api staff;

    private TestNetwork(Api staff) {
        this.staff = staff;
    }

    /** Adds places and airline. */
    public static TestNetwork in(Api staff) {
        TestNetwork network = new TestNetwork(staff);
        PLACES.lines().map(line -> line.split(" ")).forEach(network::addPlace);
        network.add("/api/v1/airlines", Map.of("code", "ZZ", "name", "Zigzag Air", "accountingCode", "999"));
        return network;
    }

    /** An airplane with 12 seats in ECONOMY and 2 in FIRST. */
    public TestNetwork withAirplane(String registration) {
        return withAirplane(registration, """
                {"cabin":"ECONOMY","firstRow":3,"lastRow":4,"columns":"ABC-DEF"},
                {"cabin":"FIRST","firstRow":1,"lastRow":1,"columns":"A-F"}""");
    }

    /** @param cabins the elements of the JSON list {@code cabins} */
    public TestNetwork withAirplane(String registration, String cabins) {
        add(
                "/api/v1/airplanes",
                "{\"registration\":\"" + registration + "\",\"model\":\"Twig 14\",\"cabins\":[" + cabins + "]}");
        return this;
    }

    private void addPlace(String[] place) {
        add("/api/v1/cities", Map.of("code", place[0], "name", place[1], "country", place[2], "timeZone", place[3]));
        add(
                "/api/v1/airports",
                Map.of(
                        "code",
                        place[0],
                        "name",
                        place[1] + " International",
                        "cityCode",
                        place[0],
                        "latitude",
                        place[4],
                        "longitude",
                        place[5],
                        "timeZone",
                        place[3]));
    }

    private void add(String path, Object body) {
        Answer answer = staff.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isIn(201, 409);
    }
}
