package dev.windrose.notification.notification;

import dev.windrose.notification.mail.MailType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notification as administrators see it: {@code attempts} so far, and what the last one met with. Times are UTC. */
public record SendingView(
        String id,
        MailType type,
        String subject,
        String recipient,
        @Nullable String reference,
        NotificationStatus status,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {}
