package dev.windrose.notification.notification;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.time.Utc;
import dev.windrose.notification.mail.MailType;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists of notifications, newest first. */
@Service
public class NotificationQueries {
    private final JdbcClient jdbc;
    private final Cursors cursors;

    NotificationQueries(JdbcClient jdbc, Cursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    /** What one user was told. */
    public Page<NotificationView> feed(String userId, int limit, @Nullable String cursor) {
        String list = "notifications of " + userId;
        var rows = jdbc.sql("select id, type, subject, created_at, status from notification"
                        + " where user_id = ? and id < ? order by id desc limit ?")
                .params(userId, before(list, cursor), limit + 1)
                .query((row, n) -> new NotificationView(
                        row.getString("id"),
                        MailType.valueOf(row.getString("type")),
                        row.getString("subject"),
                        Utc.instant(row, "created_at"),
                        NotificationStatus.valueOf(row.getString("status"))))
                .list();
        return Page.of(rows, limit, last -> cursors.encode(list, last.id()));
    }

    /** Everybody's, in one status. */
    public Page<SendingView> withStatus(NotificationStatus status, int limit, @Nullable String cursor) {
        String list = "notifications " + status;
        var rows = jdbc.sql("select * from notification where status = ? and id < ? order by id desc limit ?")
                .params(status.name(), before(list, cursor), limit + 1)
                .query((row, n) -> sending(row))
                .list();
        return Page.of(rows, limit, last -> cursors.encode(list, last.id()));
    }

    /** One of them as administrators see it; {@link NotificationNotFound} if there is none. */
    public SendingView get(long id) {
        return jdbc.sql("select * from notification where id = ?")
                .param(id)
                .query((row, n) -> sending(row))
                .optional()
                .orElseThrow(NotificationNotFound::new);
    }

    private long before(String list, @Nullable String cursor) {
        String position = cursors.decode(list, cursor);
        return position == null ? Long.MAX_VALUE : Long.parseLong(position);
    }

    private static SendingView sending(ResultSet row) throws SQLException {
        return new SendingView(
                row.getString("id"),
                MailType.valueOf(row.getString("type")),
                row.getString("subject"),
                row.getString("recipient"),
                row.getString("reference"),
                NotificationStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                Utc.instant(row, "created_at"),
                Utc.nullableInstant(row, "sent_at"),
                row.getString("last_error"));
    }
}
