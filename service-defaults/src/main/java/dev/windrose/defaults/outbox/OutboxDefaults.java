package dev.windrose.defaults.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and its relay, in services that set {@code windrose.outbox.enabled}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "windrose.outbox.enabled", havingValue = "true")
class OutboxDefaults {
    @Bean
    TopicExchange events() {
        return new TopicExchange(OutboxRelay.EXCHANGE, true, false);
    }

    @Bean
    OutboxRelay outboxRelay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Qualifier("databaseClock") Clock clock,
            ConnectionFactory connections,
            MeterRegistry metrics,
            @Value("${windrose.outbox.optional-types:}") Set<String> optionalTypes) {
        OutboxStore store = new OutboxStore(jdbc, new TransactionTemplate(transactions), clock);
        return new OutboxRelay(store, new EventPublisher(connections, optionalTypes), metrics);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            JsonMapper json,
            @Qualifier("databaseClock") Clock clock,
            Environment environment,
            OutboxRelay relay) {
        String name = environment.getRequiredProperty("spring.application.name");
        return new Outbox(jdbc, json, clock, name, relay::wake);
    }
}
