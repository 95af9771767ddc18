package dev.windrose.flight.audit.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log is for admins alone. */
@Configuration(proxyBeanMethods = false)
class AuditAccess {
    @Bean
    AccessRules auditAccessRules() {
        return requests -> requests.requestMatchers(AuditController.PATH).hasRole(Role.ADMIN.name());
    }
}
