package dev.windrose.defaults.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a service needs to take events in; nothing runs before it declares a consumer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetryDelays.class)
class MessagingDefaults {
    @Bean
    EventConsumers eventConsumers(
            ConnectionFactory connections,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            RetryDelays delays,
            JsonMapper json,
            Clock clock,
            MeterRegistry metrics,
            @Value("${DRAIN_TIME:PT20S}") Duration drainTime) {
        return new EventConsumers(new EventConsumers.Parts(
                connections,
                new TransactionTemplate(transactions),
                new Inbox(jdbc, clock),
                delays,
                json,
                clock,
                metrics,
                drainTime));
    }
}
