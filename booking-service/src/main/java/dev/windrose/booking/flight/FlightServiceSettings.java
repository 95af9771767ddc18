package dev.windrose.booking.flight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where flight-service is. @param readTimeout how long one answer of it may take */
@ConfigurationProperties("windrose.flight-service")
record FlightServiceSettings(String url, Duration readTimeout) {}
