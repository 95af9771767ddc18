package dev.windrose.defaults.lifecycle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Secrets from the environment: outside the profile {@code local} a missing one stops the start, with its name. */
public final class Secrets {
    private Secrets() {}

    public static String require(Environment environment, String variable, @Nullable String localFallback) {
        String value = environment.getProperty(variable);
        if (value != null && !value.isBlank()) {
            return value;
        }
        boolean local = Arrays.asList(environment.getActiveProfiles()).contains("local");
        if (local && localFallback != null) {
            return localFallback;
        }
        throw new IllegalStateException(
                variable + " is not set: give it a value, a service does not start without its secrets");
    }
}
