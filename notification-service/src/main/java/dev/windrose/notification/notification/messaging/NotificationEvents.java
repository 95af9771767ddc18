package dev.windrose.notification.notification.messaging;

import dev.windrose.defaults.messaging.EventConsumer;
import dev.windrose.defaults.messaging.EventConsumers;
import dev.windrose.notification.mail.MailType;
import dev.windrose.notification.notification.TellOfEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes in every event that causes a mail, from the queue {@code notification.events}. */
@Configuration(proxyBeanMethods = false)
class NotificationEvents {
    @Bean
    EventConsumer notificationEventConsumer(EventConsumers consumers, TellOfEvent tell) {
        return consumers.consumer("notification.events", MailType.events(), tell::tell);
    }
}
