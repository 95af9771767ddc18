package dev.windrose.flight.imports;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A small pool of the imports' own: their statements may take longer than a request's, and take no connection from requests. */
@Component
class ImportDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 3;
    private static final String STATEMENT_LIMIT = "&socketTimeout=30000";

    private final HikariDataSource pool;

    ImportDatabase(Environment environment) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("imports");
        config.setJdbcUrl(environment.getRequiredProperty("spring.flyway.url") + STATEMENT_LIMIT);
        config.setDriverClassName(environment.getRequiredProperty("spring.datasource.driver-class-name"));
        config.setUsername(environment.getRequiredProperty("spring.datasource.username"));
        config.setPassword(environment.getRequiredProperty("spring.datasource.password"));
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql("set session innodb_lock_wait_timeout = 2");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    TransactionOperations transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.close();
    }
}
