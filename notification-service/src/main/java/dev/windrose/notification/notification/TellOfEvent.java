package dev.windrose.notification.notification;

import dev.windrose.defaults.messaging.Event;
import dev.windrose.defaults.messaging.UnreadableEvent;
import dev.windrose.defaults.time.Utc;
import dev.windrose.notification.mail.MailType;
import dev.windrose.notification.mail.MailWriter;
import dev.windrose.notification.mail.Told;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes the notification that an event causes, in the transaction that takes the event in; the senders find it after the commit. */
@Service
public class TellOfEvent {
    private final JdbcClient jdbc;
    private final Preferences preferences;
    private final JsonMapper json;
    private final MailWriter writer;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TellOfEvent(
            JdbcClient jdbc,
            Preferences preferences,
            JsonMapper json,
            MailWriter writer,
            @Qualifier("databaseClock") Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.json = json;
        this.writer = writer;
        this.clock = clock;
        this.events = events;
    }

    /** Nothing, if the user doesn't want that mail. {@link UnreadableEvent} if the event causes no mail or lacks what its mail needs. */
    public void tell(Event event) {
        MailType type =
                MailType.of(event.type()).orElseThrow(() -> new UnreadableEvent(event.type() + " causes no mail"));
        Told told = json.treeToValue(event.data(), type.told());
        if (!preferences.wants(told.userId(), type)) {
            return;
        }
        String now = Utc.column(clock.instant());
        jdbc.sql(
                        "insert into notification (event_id, type, user_id, recipient, recipient_name, reference, subject, data,"
                                + " status, attempts, next_attempt_at, event_at, created_at, about_id)"
                                + " values (:eventId, :type, :userId, :recipient, :recipientName, :reference, :subject, :data,"
                                + " 'PENDING', 0, :now, :eventAt, :now, :aboutId)")
                .param("eventId", event.id())
                .param("type", type.name())
                .param("userId", told.userId())
                .param("recipient", told.recipient().email())
                .param("recipientName", shortened(told.recipient().name()))
                .param("reference", told.reference())
                .param("subject", shortened(writer.subject(type, told)))
                .param("data", json.writeValueAsString(event.data()))
                .param("eventAt", Utc.column(event.time()))
                .param("now", now)
                .param("aboutId", event.subject())
                .update();
        events.publishEvent(new NotificationStored());
    }

    private static String shortened(String text) {
        int max = 255;
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
