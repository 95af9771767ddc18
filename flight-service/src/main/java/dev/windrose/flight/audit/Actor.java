package dev.windrose.flight.audit;

import dev.windrose.defaults.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Who did it. @param id the subject of their token. @param email null where nobody was signed in: a job */
public record Actor(String id, @Nullable String email) {
    public static final Actor SYSTEM = new Actor("system", null);

    static Actor current() {
        return CurrentUser.signedIn()
                .map(user -> new Actor(user.id(), user.email()))
                .orElse(SYSTEM);
    }
}
