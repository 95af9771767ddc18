package dev.windrose.flight;

import dev.windrose.defaults.lifecycle.ParentWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Catalogue, flights, fares, seat inventory and search. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FlightServiceApplication {
    public static void main(String[] args) {
        ParentWatch.startIfAsked();
        SpringApplication.run(FlightServiceApplication.class, args);
    }
}
