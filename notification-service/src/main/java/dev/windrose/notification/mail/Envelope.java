package dev.windrose.notification.mail;

import org.jspecify.annotations.Nullable;

/** Everything of a mail but its words. The event's id and the type make the Message-ID, so that a mail sent twice is known as one. */
public record Envelope(
        String eventId,
        MailType type,
        Recipient to,
        @Nullable String reference) {}
