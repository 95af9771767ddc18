package dev.windrose.defaults.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Connections opened faster than a service accepts them, on the configuration that all services share. */
class BurstOfConnectionsTest {
    private static final int BURST = 500;
    /** What the gateway waits; a connection that the system drops is tried again only after a second. */
    private static final int CONNECT_TIMEOUT_MILLIS = 250;

    @Test
    void allAreKeptUntilTheyAreAccepted() throws IOException {
        List<Socket> opened = new ArrayList<>();
        try (ConfigurableApplicationContext service = acceptingOne()) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            for (int i = 0; i < BURST; i++) {
                Socket socket = new Socket();
                opened.add(socket);
                socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_TIMEOUT_MILLIS);
            }
            assertThat(opened).hasSize(BURST).allMatch(Socket::isConnected);
        } finally {
            for (Socket socket : opened) {
                socket.close();
            }
        }
    }

    private static ConfigurableApplicationContext acceptingOne() {
        return new SpringApplication(Service.class)
                .run(
                        "--spring.config.import=classpath:service-defaults.yml",
                        "--server.port=0",
                        "--server.tomcat.max-connections=1",
                        "--spring.main.banner-mode=off");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class
    })
    static class Service {}
}
