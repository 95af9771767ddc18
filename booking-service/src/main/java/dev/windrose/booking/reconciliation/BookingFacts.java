package dev.windrose.booking.reconciliation;

import java.time.Instant;
import java.util.Set;

/** What the books say of one booking. @param seats {@code flight/cabin} of its segments, none before they are held. @param captures payments taken */
record BookingFacts(
        String id,
        String state,
        Instant expiresAt,
        int passengers,
        Set<String> seats,
        long totalMinor,
        int captures,
        long capturedMinor) {}
