package dev.windrose.gateway;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.defaults.security.Role;
import dev.windrose.gateway.proxy.Backend;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what here. What goes to a service is decided there; a bad token ends at this door in any case. */
@Configuration(proxyBeanMethods = false)
class GatewayAccess {
    @Bean
    AccessRules gatewayRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/", "/.well-known/jwks.json")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/auth/signup", "/api/v1/auth/login")
                .permitAll()
                .requestMatchers("/api/v1/users/me", "/api/v1/users/me/**")
                .authenticated()
                .requestMatchers("/api/v1/users", "/api/v1/users/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers(request -> Backend.of(request.getRequestURI()) != null)
                .permitAll();
    }
}
