package dev.windrose.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The database that tests run on, whichever it is. */
public final class DatabasePart {

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final Set<String> schemas = ConcurrentHashMap.newKeySet();

    DatabasePart(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** A connection to that schema, created if it isn't there; the caller closes it. */
    public Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://" + host + ":" + port + "/" + schema
                        + "?createDatabaseIfNotExist=true&connectTimeout=5000&socketTimeout=30000"
                        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&allowPublicKeyRetrieval=true",
                user,
                password);
    }

    /** {@code MYSQL_HOST}, {@code MYSQL_PORT}, {@code MYSQL_USER}, {@code MYSQL_PASSWORD}. */
    public Map<String, String> environment() {
        return Map.of(
                "MYSQL_HOST", host, "MYSQL_PORT", String.valueOf(port), "MYSQL_USER", user, "MYSQL_PASSWORD", password);
    }

    void dropAtExit(String schema) {
        schemas.add(schema);
    }

    /** Best effort at the JVM's end: a server that is gone already took its schemas along. */
    void dropSchemas() {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                statement.execute("drop database if exists `" + schema + "`");
            }
        } catch (SQLException e) {
            System.err.println("Test schemas " + schemas + " were left behind: " + e.getMessage());
        }
    }
}
