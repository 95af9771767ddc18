package dev.windrose.localstack;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connector/J that refuses a parameter with a time of day. Sent as anything but text it would lose its milliseconds on
 * MariaDB before 11.0, and no test on another server would notice (docs/adr/0010). The services' pools use it in every JVM
 * that has {@link TestParts}.
 */
public final class TimesAsTextDriver implements Driver {

    private final Driver driver = connectorJ();

    private static Driver connectorJ() {
        try {
            return new com.mysql.cj.jdbc.Driver();
        } catch (SQLException e) {
            throw new LocalStackException("Connector/J can't be used: " + e.getMessage(), e);
        }
    }

    /** From here on every Spring context of this JVM that takes the driver's name from its configuration uses this one. */
    static void useInThisJvm() {
        try {
            DriverManager.registerDriver(new TimesAsTextDriver());
        } catch (SQLException e) {
            throw new LocalStackException("The tests' driver can't be registered: " + e.getMessage(), e);
        }
        System.setProperty("spring.datasource.driver-class-name", TimesAsTextDriver.class.getName());
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driver.connect(url, info);
        return connection == null ? null : strict(connection);
    }

    private static Connection strict(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? strict(statement) : result;
        });
    }

    private static PreparedStatement strict(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 1 && method.getName().startsWith("set")) {
                refuseTime(arguments[1]);
            }
            return invoke(statement, method, arguments);
        });
    }

    private static void refuseTime(@Nullable Object value) throws SQLException {
        if (value != null && isTime(value)) {
            throw new SQLException("A parameter is a " + value.getClass().getName()
                    + "; times are sent as text, by Utc.column(…), see docs/adr/0010");
        }
    }

    private static boolean isTime(Object value) {
        return (value instanceof Temporal temporal && temporal.isSupported(ChronoUnit.SECONDS))
                || (value instanceof Date && !(value instanceof java.sql.Date))
                || value instanceof Calendar;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public @Nullable Logger getParentLogger() {
        return null;
    }
}
