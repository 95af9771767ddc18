package dev.windrose.notification.notification;

import dev.windrose.notification.mail.MailType;
import java.time.Instant;

/** A notification as its user sees it; {@code createdAt} is UTC. */
public record NotificationView(
        String id, MailType type, String subject, Instant createdAt, NotificationStatus status) {}
