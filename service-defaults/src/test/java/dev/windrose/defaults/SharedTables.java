package dev.windrose.defaults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.windrose.defaults.time.DatabaseClock;
import dev.windrose.localstack.DatabasePart;
import dev.windrose.localstack.TestParts;
import dev.windrose.localstack.TimesAsTextDriver;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables that every service has, in a schema of a test's own. */
public final class SharedTables implements AutoCloseable {
    private final HikariDataSource pool;

    public SharedTables(String name) {
        DatabasePart server = TestParts.get().database();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:mysql://" + server.host() + ":" + server.port() + "/"
                + TestParts.get().schema(name)
                + "?createDatabaseIfNotExist=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&allowPublicKeyRetrieval=true");
        config.setDriverClassName(TimesAsTextDriver.class.getName());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(8);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/defaults")
                .load()
                .migrate();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public PlatformTransactionManager transactions() {
        return new DataSourceTransactionManager(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    public Clock clock() {
        return new DatabaseClock(jdbc());
    }

    @Override
    public void close() {
        pool.close();
    }
}
