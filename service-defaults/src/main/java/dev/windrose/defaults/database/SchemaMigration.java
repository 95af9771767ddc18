package dev.windrose.defaults.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Waits for the database, creates the service's schema if it may and must, then migrates. */
final class SchemaMigration implements FlywayMigrationStrategy {
    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);
    private static final Duration WAIT_FOR_DATABASE = Duration.ofSeconds(60);
    private static final int ACCESS_DENIED_FOR_DATABASE = 1044;

    private final String serverUrl;
    private final String user;
    private final String password;
    private final String schema;

    SchemaMigration(String serverUrl, String user, String password, String schema) {
        this.serverUrl = serverUrl;
        this.user = user;
        this.password = password;
        this.schema = schema;
    }

    @Override
    public void migrate(Flyway flyway) {
        long giveUpAt = System.nanoTime() + WAIT_FOR_DATABASE.toNanos();
        while (!createSchema(giveUpAt)) {
            pause();
        }
        flyway.migrate();
    }

    private boolean createSchema(long giveUpAt) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2000");
        try (Connection connection = DriverManager.getConnection(serverUrl, login);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database if not exists `" + schema + "` character set utf8mb4 collate utf8mb4_bin");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == ACCESS_DENIED_FOR_DATABASE) {
                return true;
            }
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException(
                        "the database at " + serverUrl + " can't be used: " + e.getMessage(), e);
            }
            log.info("waiting for the database at {}: {}", serverUrl, e.getMessage());
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
