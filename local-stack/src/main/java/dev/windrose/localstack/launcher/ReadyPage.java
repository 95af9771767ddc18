package dev.windrose.localstack.launcher;

import dev.windrose.localstack.StackSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a person sees once everything runs. */
record ReadyPage(StackSettings settings, int gatewayPort) {

    String text(double seconds) {
        String url = "http://localhost:" + gatewayPort;
        String mails = settings.isElsewhere("SMTP_HOST")
                ? settings.environment().get("SMTP_HOST")
                : "http://localhost:" + settings.mailPagePort();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(7);
        return String.format(
                Locale.ROOT,
                """

                Windrose is ready (%.1f s).

                  API      %s/api/v1
                  Mails    %s
                  Admin    %s / %s
                  Logs     %s

                Try it:
                  curl '%s/api/v1/flights/search?origin=LON&destination=NYC&date=%s'
                  ./windrose demo        a booking from sign-up to mail, told step by step

                Ctrl-C (or ./windrose down) stops it; the data stay.
                """,
                seconds,
                url,
                mails,
                setting("ADMIN_EMAIL", "admin@example.com"),
                setting("ADMIN_PASSWORD", "local-admin-password"),
                settings.data().resolve("logs"),
                url,
                day);
    }

    private String setting(String name, String usual) {
        String value = settings.environment().getOrDefault(name, "");
        if (value.isEmpty()) {
            return usual;
        }
        return name.endsWith("PASSWORD") ? "as set in " + name : value;
    }
}
