package dev.windrose.gateway.proxy;

import java.util.Locale;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One route a service, by {@link Backend}'s table. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {
    @Bean
    CloseableHttpClient serviceClient() {
        return ServiceConnections.client();
    }

    @Bean
    RouterFunction<ServerResponse> flightRoute(ServiceUrls urls, CloseableHttpClient serviceClient) {
        return route(Backend.FLIGHT, urls, serviceClient);
    }

    @Bean
    RouterFunction<ServerResponse> bookingRoute(ServiceUrls urls, CloseableHttpClient serviceClient) {
        return route(Backend.BOOKING, urls, serviceClient);
    }

    @Bean
    RouterFunction<ServerResponse> notificationRoute(ServiceUrls urls, CloseableHttpClient serviceClient) {
        return route(Backend.NOTIFICATION, urls, serviceClient);
    }

    /** By the path of the dispatch, not of the request: those differ when the container includes an error page, and nothing may be sent twice. */
    private static RouterFunction<ServerResponse> route(Backend backend, ServiceUrls urls, CloseableHttpClient client) {
        String name = backend.name().toLowerCase(Locale.ROOT);
        return GatewayRouterFunctions.route(name)
                .route(
                        request -> Backend.of(request.path()) == backend,
                        new ServiceProxy(name, urls.of(backend), client))
                .build();
    }
}
