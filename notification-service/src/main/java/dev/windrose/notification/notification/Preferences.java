package dev.windrose.notification.notification;

import dev.windrose.defaults.time.Utc;
import dev.windrose.notification.mail.MailType;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which mails users want. Those that a booking or an account depends on are always sent. */
@Service
public class Preferences {
    private static final String CHANGE = "insert into mail_preference (user_id, type, wanted, changed_at)"
            + " values (:user, :type, :wanted, :now)"
            + " on duplicate key update wanted = values(wanted), changed_at = values(changed_at)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Preferences(JdbcClient jdbc, @Qualifier("databaseClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every type of mail with whether it is sent to that user. */
    public Map<MailType, Boolean> of(String userId) {
        Map<MailType, Boolean> wanted = new EnumMap<>(MailType.class);
        for (MailType type : MailType.values()) {
            wanted.put(type, true);
        }
        jdbc.sql("select type, wanted from mail_preference where user_id = ?")
                .param(userId)
                .query((row, n) -> Map.entry(row.getString("type"), row.getBoolean("wanted")))
                .list()
                .forEach(said -> wanted.put(MailType.valueOf(said.getKey()), said.getValue()));
        return wanted;
    }

    /** Changes these and leaves the others as they are. */
    @Transactional
    public Map<MailType, Boolean> change(String userId, Map<MailType, Boolean> changes) {
        String now = Utc.column(clock.instant());
        changes.forEach((type, wanted) -> {
            if (type.isOptional()) {
                jdbc.sql(CHANGE)
                        .param("user", userId)
                        .param("type", type.name())
                        .param("wanted", wanted)
                        .param("now", now)
                        .update();
            } else if (!wanted) {
                throw new IllegalArgumentException(type + " can't be switched off");
            }
        });
        return of(userId);
    }

    boolean wants(String userId, MailType type) {
        return !type.isOptional()
                || jdbc.sql("select count(*) from mail_preference where user_id = ? and type = ? and not wanted")
                                .params(userId, type.name())
                                .query(Integer.class)
                                .single()
                        == 0;
    }
}
