package dev.windrose.notification;

import dev.windrose.defaults.lifecycle.ParentWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Consumes events, sends mails. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationServiceApplication {
    public static void main(String[] args) {
        ParentWatch.startIfAsked();
        SpringApplication.run(NotificationServiceApplication.class, args);
    }
}
