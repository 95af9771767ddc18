package dev.windrose.flight.search.web;

import dev.windrose.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** Anybody may search. */
@Configuration(proxyBeanMethods = false)
class SearchAccess {
    @Bean
    @Order(0)
    AccessRules searchIsOpenToAll() {
        return requests -> requests.requestMatchers(
                        HttpMethod.GET, "/api/v1/flights/search", "/api/v1/flights/lowest-fares")
                .permitAll();
    }
}
