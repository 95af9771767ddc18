package dev.windrose.flight.audit;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the database itself refuse to alter or remove entries, where it lets us: MySQL with binary logging allows triggers only to the
 * privileged (or with {@code log_bin_trust_function_creators}), which is why this is no migration.
 */
@Component
class AppendOnly implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(AppendOnly.class);
    private static final String TRIGGER = "create trigger audit_log_no_%s before %s on audit_log for each row"
            + " signal sqlstate '45000' set message_text = 'the audit log is only added to'";

    private final JdbcClient jdbc;

    AppendOnly(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            List<String> there = jdbc.sql("select event_manipulation from information_schema.triggers"
                            + " where trigger_schema = database() and event_object_table = 'audit_log'")
                    .query(String.class)
                    .list();
            for (String verb : List.of("UPDATE", "DELETE")) {
                if (!there.contains(verb)) {
                    jdbc.sql(TRIGGER.formatted(verb.toLowerCase(Locale.ROOT), verb))
                            .update();
                }
            }
        } catch (DataAccessException e) {
            log.info(
                    "the database keeps no triggers for us, so it doesn't guard the audit log itself: {}",
                    e.getMessage());
        }
    }
}
