package dev.windrose.booking.flight;

import dev.windrose.defaults.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The client of flight-service. */
@Configuration(proxyBeanMethods = false)
class FlightConfiguration {
    private static final String SERVICE = "flight-service";

    @Bean
    FlightServiceApi flightServiceApi(ServiceClients clients, FlightServiceSettings settings) {
        return HttpServiceProxyFactory.builderFor(
                        RestClientAdapter.create(clients.internal(SERVICE, settings.url(), settings.readTimeout())))
                .build()
                .createClient(FlightServiceApi.class);
    }
}
