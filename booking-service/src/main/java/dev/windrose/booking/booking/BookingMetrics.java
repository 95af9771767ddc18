package dev.windrose.booking.booking;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts how bookings and payments end. */
@Component
class BookingMetrics {
    private final MeterRegistry registry;

    BookingMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param outcome {@code held}, {@code expired}, {@code cancelled}, {@code cancelled_in_part}, {@code abandoned}, {@code unknown} or the code of the refusal */
    void booking(String outcome) {
        registry.counter("windrose.bookings", "outcome", outcome).increment();
    }

    /** @param outcome {@code captured}, {@code voided}, {@code unknown} or the code of the decline */
    void payment(String outcome) {
        registry.counter("windrose.payments", "outcome", outcome).increment();
    }
}
