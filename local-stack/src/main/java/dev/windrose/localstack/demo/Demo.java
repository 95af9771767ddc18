package dev.windrose.localstack.demo;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.Service;
import dev.windrose.localstack.StackSettings;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Plays the main job against the running stack: sign up, search, book for two, pay, read the mail. */
public final class Demo {

    private static final String PASSWORD = "correct horse battery";
    private static final List<List<String>> JOURNEYS =
            List.of(List.of("LON", "NYC"), List.of("AMS", "LIS"), List.of("CHI", "SFO"), List.of("SYD", "MEL"));

    private final StackSettings settings;
    private final PrintStream out;
    private final Api api;

    public Demo(StackSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.api = new Api("http://127.0.0.1:" + settings.port(Service.GATEWAY) + "/api/v1");
    }

    /** The exit code: 0, or 1 after one line that says what went wrong. */
    public int run() {
        try {
            play();
            return 0;
        } catch (LocalStackException e) {
            System.err.println("The demo stops here: " + e.getMessage());
            return 1;
        }
    }

    private void play() {
        Story story = new Story(out);
        String email = "ada.%06d@example.com".formatted(new SecureRandom().nextInt(1_000_000));

        story.chapter("Ada opens an account");
        story.tell(api, "/auth/signup", ordered("email", email, "password", PASSWORD, "fullName", "Ada Lovelace"), 201);

        story.chapter("She logs in");
        JsonNode login = story.tell(api, "/auth/login", ordered("email", email, "password", PASSWORD), 200);
        Api ada = api.withToken(login.path("accessToken").asString());

        story.chapter("She looks for a flight in a week, for two");
        JsonNode flight = search(story);

        story.chapter("She books it for Charles and herself; the price is fixed and the seats are held from here on");
        JsonNode booking = book(story, ada, flight);
        String reference = booking.path("reference").asString();

        story.chapter("She pays with a test card");
        story.tell(ada, "/bookings/" + reference + "/payments", Map.of("card", card()), 201);

        story.chapter("The trip");
        story.tell(ada, "/bookings/" + reference, 200);

        story.chapter("And the mail she gets");
        out.println(new DemoMail(settings, out).await(email, reference));
    }

    /** The first journey of the demo network that has seats that day. */
    private JsonNode search(Story story) {
        LocalDate day = LocalDate.now(Clock.systemUTC()).plusDays(7);
        for (List<String> journey : JOURNEYS) {
            JsonNode result = story.tell(
                    api,
                    "/flights/search?origin=" + journey.get(0) + "&destination=" + journey.get(1) + "&date=" + day
                            + "&seats=2&limit=2",
                    200);
            if (!result.path("items").isEmpty()) {
                return result.path("items").path(0);
            }
        }
        throw new LocalStackException("no flight was found; is the demo network loaded? (./windrose up loads it)");
    }

    private static JsonNode book(Story story, Api ada, JsonNode itinerary) {
        List<Map<String, Object>> segments = itinerary
                .path("segments")
                .valueStream()
                .map(segment -> ordered(
                        "flightId", segment.path("flightId").asString(),
                        "cabin", itinerary.path("cabin").asString()))
                .toList();
        Map<String, Object> request = ordered(
                "segments",
                segments,
                "passengers",
                List.of(
                        ordered("firstName", "Ada", "lastName", "Lovelace"),
                        ordered("firstName", "Charles", "lastName", "Babbage")),
                "expectedTotal",
                itinerary.path("totalPrice"));
        return story.tell(ada, "/bookings", request, 201);
    }

    private static Map<String, Object> card() {
        int year = LocalDate.now(Clock.systemUTC()).getYear() + 3;
        return ordered(
                "number",
                "4242424242424242",
                "expiryMonth",
                12,
                "expiryYear",
                year,
                "cvc",
                "123",
                "holder",
                "Ada Lovelace");
    }

    /** Names and values in turn, told in this order. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** A key of the caller's making for each POST that must have one effect. */
    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
