package dev.windrose.flight.watches;

import dev.windrose.defaults.idempotency.IdempotencyKeys;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What price watches add to the shared defaults. */
@Configuration(proxyBeanMethods = false)
class PriceWatchConfiguration {
    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc, @Qualifier("databaseClock") Clock clock) {
        return new IdempotencyKeys(jdbc, clock);
    }
}
