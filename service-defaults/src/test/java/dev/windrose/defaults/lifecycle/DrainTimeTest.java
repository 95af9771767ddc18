package dev.windrose.defaults.lifecycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that is told to stop while it works on a request, on the configuration that all services share. */
class DrainTimeTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Slow slow = new Slow();
    private final CountDownLatch refusing = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        slow.mayEnd.countDown();
    }

    @Test
    void aRequestUnderWayIsAnsweredWithinTheDrainTime() throws Exception {
        ConfigurableApplicationContext service = started("PT60S");
        CompletableFuture<HttpResponse<String>> answer = requested(service);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
        assertThat(refusing.await(30, SECONDS)).isTrue();
        assertThat(stopped).isNotDone();
        slow.mayEnd.countDown();

        assertThat(answer.get(30, SECONDS).body()).isEqualTo("done");
        stopped.get(30, SECONDS);
    }

    @Test
    void whatTakesLongerIsCutOff() throws Exception {
        ConfigurableApplicationContext service = started("PT0.1S");
        CompletableFuture<HttpResponse<String>> answer = requested(service);

        service.close();

        assertThatThrownBy(() -> answer.get(30, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    private ConfigurableApplicationContext started(String drainTime) {
        SpringApplication application = new SpringApplication(Service.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("slow", slow));
        application.addListeners(this::note);
        return application.run(
                "--spring.config.import=classpath:service-defaults.yml",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--DRAIN_TIME=" + drainTime);
    }

    private void note(ApplicationEvent event) {
        if (event instanceof AvailabilityChangeEvent<?> change
                && change.getState() == ReadinessState.REFUSING_TRAFFIC) {
            refusing.countDown();
        }
    }

    private CompletableFuture<HttpResponse<String>> requested(ConfigurableApplicationContext service)
            throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                HTTP.sendAsync(request(service), HttpResponse.BodyHandlers.ofString());
        assertThat(slow.begun.await(30, SECONDS)).isTrue();
        return answer;
    }

    private static HttpRequest request(ConfigurableApplicationContext service) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slow"))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** As much of a service as it takes to answer a request. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        LifecycleAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class
    })
    static class Service {
        @Bean
        ServletRegistrationBean<Slow> servlet(Slow slow) {
            return new ServletRegistrationBean<>(slow, "/slow");
        }

        @Bean
        DrainBeforeStop drainBeforeStop(ApplicationContext context) {
            return new DrainBeforeStop(context, Duration.ZERO);
        }
    }

    /** Answers when it may. */
    static final class Slow extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch begun = new CountDownLatch(1);
        private final transient CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            response.getWriter().write("done");
        }
    }
}
