package dev.windrose.localstack;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which database and which broker tests run on, and says so in one line each. */
final class PartsChoice {

    /** Where a part comes from. */
    enum Source {
        CONFIGURED,
        DOCKER,
        EMBEDDED
    }

    /** A source and why it is that one. */
    record Decision(Source source, String reason) {}

    static final String MYSQL_IMAGE = "mysql:8.4";
    static final String RABBITMQ_IMAGE = "rabbitmq:4-management";

    private static final Logger log = LoggerFactory.getLogger(PartsChoice.class);

    private final Map<String, String> environment;
    private final @Nullable String forced;
    private final DockerEngine docker;

    PartsChoice(Map<String, String> environment, @Nullable String forced, DockerEngine docker) {
        this.environment = environment;
        this.forced = forced;
        this.docker = docker;
    }

    static PartsChoice ofThisJvm() {
        return new PartsChoice(
                System.getenv(), System.getProperty("windrose.parts"), DockerEngine.fromEnvironment(System.getenv()));
    }

    DatabasePart database() {
        Decision decision = decide("MYSQL_HOST", MYSQL_IMAGE);
        log.info("Tests use the {} database: {}", lower(decision.source()), decision.reason());
        return switch (decision.source()) {
            case CONFIGURED -> TestPartsStart.configuredDatabase(environment);
            case DOCKER -> DockerParts.database();
            case EMBEDDED -> TestPartsStart.embeddedDatabase();
        };
    }

    BrokerPart broker() {
        Decision decision = decide("RABBITMQ_HOST", RABBITMQ_IMAGE);
        log.info("Tests use the {} broker: {}", lower(decision.source()), decision.reason());
        return switch (decision.source()) {
            case CONFIGURED -> TestPartsStart.configuredBroker(environment);
            case DOCKER -> DockerParts.broker();
            case EMBEDDED -> TestPartsStart.embeddedBroker();
        };
    }

    Decision decide(String hostVariable, String image) {
        if (forced != null) {
            return new Decision(parse(forced), "windrose.parts=" + forced);
        }
        String host = environment.getOrDefault(hostVariable, "");
        if (!host.isEmpty()) {
            return new Decision(Source.CONFIGURED, hostVariable + "=" + host);
        }
        String obstacle = docker.obstacleTo(image);
        return obstacle.isEmpty()
                ? new Decision(Source.DOCKER, "Docker has " + image)
                : new Decision(Source.EMBEDDED, hostVariable + " is not set and " + obstacle);
    }

    private static Source parse(String forced) {
        try {
            return Source.valueOf(forced.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LocalStackException(
                    "windrose.parts is one of configured, docker and embedded, not '" + forced + "'", e);
        }
    }

    private static String lower(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
