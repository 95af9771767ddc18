package dev.windrose.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What integration tests run on: one database, one broker and one mailbox a JVM, each started when first asked for and
 * ended with the JVM. Database and broker are the first of: one named by the environment ({@code MYSQL_HOST},
 * {@code RABBITMQ_HOST}); a container, if Docker is usable and has or gets the image; the embedded one.
 * {@code -Dwindrose.parts=configured|docker|embedded} forces a choice.
 */
public final class TestParts {

    private static @Nullable TestParts instance;

    private final String suffix = "_" + UUID.randomUUID().toString().substring(0, 8);
    private final PartsChoice choice = PartsChoice.ofThisJvm();
    private @Nullable DatabasePart database;
    private @Nullable BrokerPart broker;
    private @Nullable EmbeddedMailbox mailbox;

    private TestParts() {}

    /** The parts of this JVM. */
    public static synchronized TestParts get() {
        if (instance == null) {
            instance = new TestParts();
        }
        return instance;
    }

    /** The database; the first call starts it. */
    public synchronized DatabasePart database() {
        if (database == null) {
            database = choice.database();
            TimesAsTextDriver.useInThisJvm();
        }
        return database;
    }

    /** The broker; the first call starts it. */
    public synchronized BrokerPart broker() {
        if (broker == null) {
            broker = choice.broker();
        }
        return broker;
    }

    /** The mailbox, always the embedded one since tests read it; the first call starts it. */
    public synchronized EmbeddedMailbox mailbox() {
        if (mailbox == null) {
            mailbox = EmbeddedMailbox.start(0);
        }
        return mailbox;
    }

    /** A schema name of this JVM's own, so that runs on a shared server keep apart: {@code flight_1a2b3c4d}. */
    public String schema(String service) {
        String schema = service + suffix;
        database().dropAtExit(schema);
        return schema;
    }

    /** Where the parts are, under the names that the services read from their environment. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(database().environment());
        environment.putAll(broker().environment());
        environment.put("SMTP_HOST", mailbox().host());
        environment.put("SMTP_PORT", String.valueOf(mailbox().port()));
        return environment;
    }

    /**
     * The same for a Spring context of that service, with a schema of its own:
     * {@code @DynamicPropertySource static void parts(DynamicPropertyRegistry registry) {
     * TestParts.get().springProperties("flight").forEach((name, value) -> registry.add(name, () -> value)); }}
     */
    public Map<String, String> springProperties(String service) {
        Map<String, String> properties = environment();
        properties.put("windrose.schema", schema(service));
        return properties;
    }
}
