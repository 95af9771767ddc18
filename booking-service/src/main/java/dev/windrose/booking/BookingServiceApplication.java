package dev.windrose.booking;

import dev.windrose.defaults.lifecycle.ParentWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Bookings, payments, trips. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BookingServiceApplication {
    public static void main(String[] args) {
        ParentWatch.startIfAsked();
        SpringApplication.run(BookingServiceApplication.class, args);
    }
}
