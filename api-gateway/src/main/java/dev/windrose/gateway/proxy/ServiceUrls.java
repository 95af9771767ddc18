package dev.windrose.gateway.proxy;

import java.net.URI;
import org.apache.hc.core5.http.HttpHost;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are: {@code FLIGHT_SERVICE_URL} and its like, scheme, host and port. */
@ConfigurationProperties("windrose.services")
record ServiceUrls(URI flight, URI booking, URI notification) {
    HttpHost of(Backend backend) {
        return HttpHost.create(
                switch (backend) {
                    case FLIGHT -> flight;
                    case BOOKING -> booking;
                    case NOTIFICATION -> notification;
                });
    }
}
