package dev.windrose.flight.search.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What is left out because every search would pay for it. docs/performance.md has the figures. */
@Configuration(proxyBeanMethods = false)
class SearchCosts {
    /** An observation around every filter of the security chain tells nobody anything, and costs a quarter of a search. */
    @Bean
    static SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
