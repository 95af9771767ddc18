package dev.windrose.gateway;

import dev.windrose.defaults.lifecycle.ParentWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ApiGatewayApplication {
    public static void main(String[] arguments) {
        ParentWatch.startIfAsked();
        SpringApplication.run(ApiGatewayApplication.class, arguments);
    }
}
