package dev.windrose.localstack;

import java.util.Map;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** Database and broker as containers; Testcontainers ends them with the JVM. */
final class DockerParts {

    private static final String ROOT = "root";

    private DockerParts() {}

    static DatabasePart database() {
        MySQLContainer container = new MySQLContainer(PartsChoice.MYSQL_IMAGE)
                .withUsername(ROOT)
                .withPassword("windrose")
                .withTmpFs(Map.of("/var/lib/mysql", "rw"));
        container.setCommand("--max-connections=400", "--character-set-server=utf8mb4", "--default-time-zone=+00:00");
        container.start();
        return new DatabasePart(
                container.getHost(), container.getMappedPort(MySQLContainer.MYSQL_PORT), ROOT, "windrose");
    }

    static BrokerPart broker() {
        RabbitMQContainer container = new RabbitMQContainer(PartsChoice.RABBITMQ_IMAGE);
        container.start();
        return new BrokerPart(
                container.getHost(),
                container.getAmqpPort(),
                container.getAdminUsername(),
                container.getAdminPassword(),
                null);
    }
}
