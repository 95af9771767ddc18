package dev.windrose.defaults.lifecycle;

import java.util.List;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Outside the profile {@code local} a service whose variables named by {@code windrose.secrets} are not all set does not start. Looked at
 * before any bean is made, so that nothing is waited for first.
 */
final class RequiredSecrets implements ApplicationListener<ApplicationPreparedEvent> {
    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        ConfigurableEnvironment environment = event.getApplicationContext().getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        String[] named = environment.getProperty("windrose.secrets", String[].class, new String[0]);
        List<String> missing = List.of(named).stream()
                .filter(variable -> environment.getProperty(variable, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSecrets(missing);
        }
    }
}
