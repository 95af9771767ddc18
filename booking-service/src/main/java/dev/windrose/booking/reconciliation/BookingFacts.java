package dev.windrose.booking.reconciliation;

import java.time.Instant;
import java.util.Map;

/** What the books say of one booking. @param seats so many by {@code flight/cabin}, none before they are held. @param captures payments taken. @param partsRefundedMinor what its cancelled places say was given back */
record BookingFacts(
        String id,
        String state,
        Instant expiresAt,
        Map<String, Integer> seats,
        long totalMinor,
        int captures,
        long capturedMinor,
        long refundedMinor,
        long partsRefundedMinor) {}
