package dev.windrose.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code CORS_ALLOWED_ORIGINS}: origins whose pages may call us; {@code :*} stands for any port. */
@ConfigurationProperties("windrose.cors")
record CorsOrigins(List<String> allowedOrigins) {
    /** As Spring's patterns write any port. */
    List<String> patterns() {
        return allowedOrigins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.endsWith(":*") ? origin.substring(0, origin.length() - 1) + "[*]" : origin)
                .toList();
    }
}
