package dev.windrose.notification.notification.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The feed is for whoever is signed in (their own), the rest for administrators. */
@Configuration(proxyBeanMethods = false)
class NotificationAccess {
    @Bean
    AccessRules notificationAccessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/notifications")
                .authenticated()
                .requestMatchers("/api/v1/notifications/preferences")
                .authenticated()
                .requestMatchers("/api/v1/admin/notifications", "/api/v1/admin/notifications/*/retry")
                .hasRole(Role.ADMIN.name());
    }
}
