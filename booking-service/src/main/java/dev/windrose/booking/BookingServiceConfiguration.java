package dev.windrose.booking;

import dev.windrose.booking.booking.BookingSettings;
import dev.windrose.defaults.idempotency.IdempotencyKeys;
import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What this service adds to the shared defaults. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class BookingServiceConfiguration {
    private static final int JOBS_AT_ONCE = 4;

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/api/v1/bookings/*/offload", "/api/v1/boarding-passes/**")
                .hasAnyRole(Role.AIRLINE_STAFF.name(), Role.ADMIN.name())
                .requestMatchers("/api/v1/bookings", "/api/v1/bookings/**")
                .authenticated()
                .requestMatchers("/api/v1/admin/reconciliation")
                .hasRole(Role.ADMIN.name());
    }

    /** For the jobs, which wait for flight-service at times: one must not keep the others from their turn. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS_AT_ONCE);
        scheduler.setThreadNamePrefix("job-");
        return scheduler;
    }

    @Bean
    IdempotencyKeys idempotencyKeys(
            JdbcClient jdbc, @Qualifier("databaseClock") Clock clock, BookingSettings settings) {
        return new IdempotencyKeys(jdbc, clock, settings.idempotencyLease());
    }
}
