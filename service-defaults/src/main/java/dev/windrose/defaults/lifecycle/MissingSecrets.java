package dev.windrose.defaults.lifecycle;

import java.util.List;

/** Variables that hold secrets and are not set. */
final class MissingSecrets extends IllegalStateException {
    MissingSecrets(List<String> variables) {
        super("Not set: " + String.join(", ", variables)
                + ". Outside the profile local a service does not start without its secrets.");
    }
}
