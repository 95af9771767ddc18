package dev.windrose.defaults.security;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerMapping;

/** Deny by default, no session, bearer tokens alone; {@code /internal/**} takes service tokens, everything else those of people. */
@Configuration(proxyBeanMethods = false)
class SecurityDefaults {
    /** An observation around every filter of the chain tells nobody anything, and costs a quarter of a search (docs/performance.md). */
    @Bean
    static SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The management port is the operators' own and never routed; what it serves is not secret there. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, Problems problems) throws Exception {
        http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll());
        return stateless(http, problems).build();
    }

    /** Not where there are none: {@code /internal} is then an unknown path like any other. */
    @Bean
    @Order(1)
    @ConditionalOnProperty(name = "windrose.internal-endpoints", havingValue = "true", matchIfMissing = true)
    SecurityFilterChain internal(
            HttpSecurity http, Problems problems, ServiceTokens tokens, ObjectProvider<HandlerMapping> mappings)
            throws Exception {
        http.securityMatcher("/internal/**")
                .authorizeHttpRequests(all -> all.anyRequest()
                        .access(AuthorizationManagers.anyOf(
                                AuthorityAuthorizationManager.hasRole(Caller.SERVICE),
                                new UnservedRequests(mappings))));
        Function<String, Authentication> verify = token -> Caller.service(tokens.verify(token));
        return stateless(http, problems)
                .addFilterBefore(new BearerFilter(verify, problems), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            Problems problems,
            AccessTokenVerifier tokens,
            ObjectProvider<AccessRules> rules,
            ObjectProvider<HandlerMapping> mappings)
            throws Exception {
        http.authorizeHttpRequests(all -> {
            rules.orderedStream().forEach(rule -> rule.apply(all));
            all.requestMatchers("/error").permitAll().anyRequest().access(new UnservedRequests(mappings));
        });
        Function<String, Authentication> verify = token -> Caller.person(tokens.verify(token));
        return stateless(http, problems)
                .addFilterBefore(new BearerFilter(verify, problems), AuthorizationFilter.class)
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, Problems problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, e) -> problems.write(Unauthenticated.noToken(), request, response))
                        .accessDeniedHandler((request, response, e) -> problems.write(forbidden(), request, response)));
    }

    private static ProblemException forbidden() {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "This is not open to your role.");
    }
}
