package dev.windrose.notification.notification;

import dev.windrose.notification.mail.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed notification: nobody else sends it before the lease is over.
 *
 * @param attempt 1 for the first; also tells this claim from a later one
 * @param data the event's, JSON
 * @param eventAt when what it tells of happened
 * @param aboutId the event's subject; null of those stored by the release before
 */
record DueMail(
        long id,
        Envelope envelope,
        int attempt,
        String data,
        Instant eventAt,
        @Nullable String aboutId) {}
