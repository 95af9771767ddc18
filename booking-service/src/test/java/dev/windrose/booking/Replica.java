package dev.windrose.booking;

import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.security.ServiceTokens;
import dev.windrose.defaults.security.VerificationKeys;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** @param clock in place of the database's, null for that itself */
    static Replica start(Map<String, String> properties, @Nullable TestClock clock) {
        SpringApplication application = new SpringApplication(BookingServiceApplication.class);
        application.setDefaultProperties(new HashMap<>(Map.of("spring.main.banner-mode", "off")));
        application.addInitializers(context -> {
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            if (clock != null) {
                var clockBean = BeanDefinitionBuilder.genericBeanDefinition(Clock.class, () -> clock)
                        .getBeanDefinition();
                clockBean.setDefaultCandidate(false);
                beans.registerBeanDefinition("databaseClock", clockBean);
            }
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

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** As a process that is told to stop. */
    void stop() {
        context.close();
    }

    public Api as(String userId) {
        return new Api(port(), TestTokens.of(userId, Role.CUSTOMER));
    }

    public Api asAdmin() {
        return new Api(port(), TestTokens.of("admin", Role.CUSTOMER, Role.ADMIN));
    }

    public Api asStaff() {
        return new Api(port(), TestTokens.of("staff", Role.CUSTOMER, Role.AIRLINE_STAFF));
    }

    /** As another service. */
    public Api asService() {
        return new Api(port(), bean(ServiceTokens.class).tokenFor("booking-service"));
    }

    public Api asNobody() {
        return new Api(port(), null);
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
