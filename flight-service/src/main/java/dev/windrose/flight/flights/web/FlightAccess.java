package dev.windrose.flight.flights.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody may look flights up, staff keep them. */
@Configuration(proxyBeanMethods = false)
class FlightAccess {
    private static final String[] PATHS = {"/api/v1/flights", "/api/v1/flights/**"};

    @Bean
    AccessRules flightAccessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PATHS)
                .permitAll()
                .requestMatchers(PATHS)
                .hasAnyRole(Role.AIRLINE_STAFF.name(), Role.ADMIN.name());
    }
}
