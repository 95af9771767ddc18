package dev.windrose.notification.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where booking-service is. @param readTimeout how long one answer of it may take */
@ConfigurationProperties("windrose.booking-service")
record BookingServiceSettings(String url, Duration readTimeout) {}
