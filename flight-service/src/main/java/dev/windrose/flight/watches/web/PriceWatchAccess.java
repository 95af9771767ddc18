package dev.windrose.flight.watches.web;

import dev.windrose.defaults.security.AccessRules;
import dev.windrose.flight.watches.CreatePriceWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever is signed in has watches. */
@Configuration(proxyBeanMethods = false)
class PriceWatchAccess {
    @Bean
    AccessRules priceWatchesAreForUsers() {
        return requests -> requests.requestMatchers(CreatePriceWatch.PATH, CreatePriceWatch.PATH + "/**")
                .authenticated();
    }
}
