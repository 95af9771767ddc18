package dev.windrose.gateway.edge;

import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import dev.windrose.defaults.tracing.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/** Which pages of other origins a browser lets call us. Tokens travel in a header and never by themselves, so credentials aren't needed. */
@Configuration(proxyBeanMethods = false)
class CorsDefaults {
    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(CorsOrigins origins, Problems problems) {
        CorsConfiguration cors = configuration(origins);
        CorsFilter filter = new CorsFilter(request -> cors);
        filter.setCorsProcessor(new Processor(problems));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    private static CorsConfiguration configuration(CorsOrigins origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(origins.patterns());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.WWW_AUTHENTICATE,
                "Idempotent-Replayed",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                RequestIds.HEADER));
        cors.setMaxAge(PREFLIGHT_KEPT);
        return cors;
    }

    /**
     * Refuses only preflights. An ordinary request of a foreign origin is answered without the headers that would let its page read the
     * answer: behind a proxy that ends TLS our own pages look foreign, too.
     */
    private static final class Processor extends DefaultCorsProcessor {
        private final Problems problems;

        Processor(Problems problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration cors, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            boolean allowed = origin == null || cors == null || cors.checkOrigin(origin) != null;
            if (allowed) {
                return super.processRequest(cors, request, response);
            }
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (CorsUtils.isPreFlightRequest(request)) {
                problems.write(
                        new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "This origin may not call us."),
                        request,
                        response);
                return false;
            }
            return true;
        }
    }
}
