package dev.windrose.notification;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Features touch each other only through their roots, and in no circle. */
class ModulesTest {
    @Test
    void featuresKeepTheirInsidesToThemselves() {
        ApplicationModules.of(NotificationServiceApplication.class).verify();
    }
}
