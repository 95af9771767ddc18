package dev.windrose.localstack.demo;

import dev.windrose.localstack.LocalStackException;
import dev.windrose.localstack.StackSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Waits for the confirmation on the mail page of the local stack. */
final class DemoMail {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StackSettings settings;
    private final PrintStream out;

    DemoMail(StackSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** The mail's text, indented; a pointer to the mail server if the stack doesn't run its own. */
    String await(String email, String reference) {
        if (settings.isElsewhere("SMTP_HOST")) {
            return "   It went to the mail server at " + settings.environment().get("SMTP_HOST") + ".";
        }
        Api mails = new Api("http://127.0.0.1:" + settings.mailPagePort());
        Instant deadline = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(deadline)) {
            for (JsonNode mail : mails.get("/api/messages").json().path("items")) {
                if (mail.path("type").asString("").equals("BOOKING_CONFIRMED") && isTo(mail, email)) {
                    return read(mails, mail.path("id").asString());
                }
            }
            pause();
        }
        throw new LocalStackException("no confirmation of " + reference + " came within " + LIMIT.toSeconds()
                + " s; see " + settings.data().resolve("logs/notification-service.log"));
    }

    private String read(Api mails, String id) {
        JsonNode mail = mails.get("/api/messages/" + id).json();
        out.println("   Subject: " + mail.path("subject").asString());
        out.println("   In a browser: http://localhost:" + settings.mailPagePort() + "/messages/" + id);
        out.println();
        return mail.path("text").asString().stripTrailing().indent(5).stripTrailing();
    }

    private static boolean isTo(JsonNode mail, String email) {
        return mail.path("to").valueStream().anyMatch(to -> to.asString().equalsIgnoreCase(email));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }
}
