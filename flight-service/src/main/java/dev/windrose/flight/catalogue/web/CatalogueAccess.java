package dev.windrose.flight.catalogue.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody may look the catalogue up, staff keep it. */
@Configuration(proxyBeanMethods = false)
class CatalogueAccess {
    private static final String[] PATHS = {
        "/api/v1/cities", "/api/v1/cities/**",
        "/api/v1/airports", "/api/v1/airports/**",
        "/api/v1/airlines", "/api/v1/airlines/**",
        "/api/v1/airplanes", "/api/v1/airplanes/**"
    };

    @Bean
    AccessRules catalogueAccessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PATHS)
                .permitAll()
                .requestMatchers(PATHS)
                .hasAnyRole(Role.AIRLINE_STAFF.name(), Role.ADMIN.name());
    }
}
