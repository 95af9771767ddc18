package dev.windrose.defaults.http;

import dev.windrose.defaults.lifecycle.DrainBeforeStop;
import dev.windrose.defaults.lifecycle.Secrets;
import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.problem.Problems;
import dev.windrose.defaults.security.AccessTokenVerifier;
import dev.windrose.defaults.security.CurrentUserArgument;
import dev.windrose.defaults.security.JwksVerificationKeys;
import dev.windrose.defaults.security.ServiceTokens;
import dev.windrose.defaults.security.VerificationKeys;
import dev.windrose.defaults.tracing.RequestIds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Filters, clocks, tokens and clients that every service has. */
@Configuration(proxyBeanMethods = false)
class WebDefaults implements WebMvcConfigurer {
    private static final String LOCAL_SERVICE_SECRET = "windrose-local-service-token-secret-not-for-production";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserArgument());
    }

    @Bean
    @Primary
    @ConditionalOnMissingBean(name = "systemClock")
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean
    Cursors cursors(Clock clock) {
        return new Cursors(clock);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        FilterRegistrationBean<RequestIds> filter = new FilterRegistrationBean<>(new RequestIds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RequestDeadline> requestDeadline(@Value("${windrose.request-budget:PT4S}") Duration budget) {
        FilterRegistrationBean<RequestDeadline> filter = new FilterRegistrationBean<>(new RequestDeadline(budget));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Problems problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    MergePatch mergePatch(JsonMapper json) {
        return new MergePatch(json);
    }

    @Bean
    ServiceTokens serviceTokens(Environment environment, Clock clock) {
        return new ServiceTokens(
                environment.getRequiredProperty("spring.application.name"),
                Secrets.require(environment, "SERVICE_TOKEN_SECRET", LOCAL_SERVICE_SECRET),
                clock);
    }

    @Bean
    @ConditionalOnMissingBean
    VerificationKeys verificationKeys(
            ServiceClients clients, @Value("${GATEWAY_URL:http://127.0.0.1:8080}") String url) {
        return new JwksVerificationKeys(clients.open(url, Duration.ofSeconds(1)));
    }

    @Bean
    AccessTokenVerifier accessTokenVerifier(VerificationKeys keys, Clock clock) {
        return new AccessTokenVerifier(keys, clock);
    }

    @Bean
    ServiceClients serviceClients(RestClient.Builder builder, ServiceTokens tokens) {
        return new ServiceClients(builder, tokens);
    }

    @Bean
    DrainBeforeStop drainBeforeStop(
            ApplicationContext context, @Value("${windrose.still-serving:PT5S}") Duration stillServing) {
        return new DrainBeforeStop(context, stillServing);
    }
}
