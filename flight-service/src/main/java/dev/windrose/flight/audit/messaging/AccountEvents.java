package dev.windrose.flight.audit.messaging;

import dev.windrose.defaults.messaging.Event;
import dev.windrose.defaults.messaging.EventConsumer;
import dev.windrose.defaults.messaging.EventConsumers;
import dev.windrose.defaults.messaging.UnreadableEvent;
import dev.windrose.flight.audit.AccountChange;
import dev.windrose.flight.audit.RecordAccountChange;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes in who changed which account, from the queue {@code flight.accounts}. */
@Configuration(proxyBeanMethods = false)
class AccountEvents {
    @Bean
    EventConsumer accountEventConsumer(EventConsumers consumers, RecordAccountChange record, JsonMapper json) {
        return consumers.consumer(
                "flight.accounts",
                Set.of("account.changed"),
                event -> record.record(changeIn(event, json), event.time()));
    }

    private static AccountChange changeIn(Event event, JsonMapper json) {
        try {
            AccountChange change = json.treeToValue(event.data(), AccountChange.class);
            if (change.userId() == null || change.change() == null) {
                throw new UnreadableEvent("it doesn't say what was changed");
            }
            return change;
        } catch (JacksonException e) {
            throw new UnreadableEvent("it doesn't say what was changed", e);
        }
    }
}
