package dev.windrose.flight.imports.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Staff import. */
@Configuration(proxyBeanMethods = false)
class ImportAccess {
    @Bean
    AccessRules importAccessRules() {
        return requests ->
                requests.requestMatchers("/api/v1/imports/**").hasAnyRole(Role.AIRLINE_STAFF.name(), Role.ADMIN.name());
    }
}
