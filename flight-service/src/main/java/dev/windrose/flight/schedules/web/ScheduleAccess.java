package dev.windrose.flight.schedules.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody may look schedules up, staff keep them. */
@Configuration(proxyBeanMethods = false)
class ScheduleAccess {
    private static final String[] PATHS = {"/api/v1/schedules", "/api/v1/schedules/**"};

    @Bean
    AccessRules scheduleAccessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PATHS)
                .permitAll()
                .requestMatchers(PATHS)
                .hasAnyRole(Role.AIRLINE_STAFF.name(), Role.ADMIN.name());
    }
}
