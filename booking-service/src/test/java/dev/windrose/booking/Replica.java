package dev.windrose.booking;

import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.security.VerificationKeys;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One running booking-service of a test. Several share schema, broker, clock and flight-service, as replicas do. */
public final class Replica {
    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Replica start(Map<String, String> properties, TestClock clock) {
        SpringApplication application = new SpringApplication(BookingServiceApplication.class);
        application.setDefaultProperties(new HashMap<>(Map.of("spring.main.banner-mode", "off")));
        application.addInitializers(context -> {
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            var clockBean = BeanDefinitionBuilder.genericBeanDefinition(Clock.class, () -> clock)
                    .getBeanDefinition();
            clockBean.setDefaultCandidate(false);
            beans.registerBeanDefinition("databaseClock", clockBean);
            beans.registerBeanDefinition(
                    "testVerificationKeys",
                    BeanDefinitionBuilder.genericBeanDefinition(VerificationKeys.class, TestTokens::verificationKeys)
                            .getBeanDefinition());
        });
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new Replica(application.run(arguments));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Api as(String userId) {
        return new Api(port(), TestTokens.of(userId, Role.CUSTOMER));
    }

    public Api asAdmin() {
        return new Api(port(), TestTokens.of("admin", Role.CUSTOMER, Role.ADMIN));
    }

    public Api asNobody() {
        return new Api(port(), null);
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
