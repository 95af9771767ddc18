package dev.windrose.defaults.database;

import dev.windrose.defaults.time.DatabaseClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.jpa.boot.spi.TypeContributorList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every service's database access needs beside Boot's own configuration in {@code service-defaults.yml}. */
@Configuration(proxyBeanMethods = false)
class DatabaseDefaults {
    @Bean
    FlywayMigrationStrategy schemaMigration(Environment environment) {
        return new SchemaMigration(
                environment.getRequiredProperty("windrose.database.server-url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"),
                environment.getRequiredProperty("windrose.schema"));
    }

    /** The server's own version string decides: Connector/J calls a MariaDB "MySQL", and fails in Hibernate's look at its metadata. */
    @Bean
    HibernatePropertiesCustomizer dialect(DataSource dataSource) {
        return properties -> {
            properties.put("hibernate.boot.allow_jdbc_metadata_access", "false");
            properties.put("hibernate.dialect", "org.hibernate.dialect." + dialectOf(dataSource));
        };
    }

    @Bean
    HibernatePropertiesCustomizer timesAsText() {
        TypeContributorList types =
                () -> List.of((contributions, registry) -> contributions.contributeJdbcType(new TimestampAsText()));
        return properties -> properties.put(JpaSettings.TYPE_CONTRIBUTORS, types);
    }

    private static String dialectOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1).toLowerCase(Locale.ROOT).contains("mariadb") ? "MariaDBDialect" : "MySQLDialect";
        } catch (SQLException e) {
            throw new IllegalStateException("the database doesn't tell its version", e);
        }
    }

    /** Where replicas must agree; everything else takes the machine's own {@link Clock}. */
    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "databaseClock")
    Clock databaseClock(JdbcClient jdbc) {
        return new DatabaseClock(jdbc);
    }
}
