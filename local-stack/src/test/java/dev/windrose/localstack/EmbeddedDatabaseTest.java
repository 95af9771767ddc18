package dev.windrose.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void letsTheServicesMakeTheirSchemasInUtf8AndUtc() throws Exception {
        try (EmbeddedDatabase database = start();
                Connection connection = database.connect()) {
            execute(connection, "create database flight");
            assertThat(query(connection, "select @@time_zone")).isEqualTo("+00:00");
            assertThat(query(connection, "select @@character_set_server")).isEqualTo("utf8mb4");
            assertThat(query(connection, "select @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(query(connection, "select @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(query(
                            connection, "select count(*) from mysql.user where User not in ('windrose','mariadb.sys')"))
                    .isEqualTo("0");
        }
    }

    @Test
    void keepsWhatWasCommittedThroughAStopAndAKill() throws Exception {
        try (EmbeddedDatabase database = start()) {
            try (Connection connection = database.connect()) {
                execute(connection, "create database shop");
                execute(connection, "create table shop.sale (id int primary key)");
                execute(connection, "insert into shop.sale values (1)");
            }
            database.restart();
            try (Connection connection = database.connect()) {
                execute(connection, "insert into shop.sale values (2)");
            }
            database.kill();
            assertThat(database.isRunning()).isFalse();
            database.restart();
            try (Connection connection = database.connect()) {
                assertThat(query(connection, "select count(*) from shop.sale")).isEqualTo("2");
            }
        }
    }

    @Test
    void beginsAnewAfterAnInitialisationThatWasCutShort() throws Exception {
        assertThat(folder.resolve("db/data.unfinished/mysql").toFile().mkdirs()).isTrue();
        try (EmbeddedDatabase database = start();
                Connection connection = database.connect()) {
            assertThat(query(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAPortThatSomebodyElseHas() {
        try (EmbeddedDatabase first = start()) {
            assertThatThrownBy(() ->
                            EmbeddedDatabase.start(folder.resolve("other"), Folders.temporaryOfUser(), first.port()))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("port " + first.port())
                    .hasMessageContaining("taken already");
        }
    }

    @Test
    void quotesItsLogWhenItCannotStart() throws Exception {
        try (EmbeddedDatabase database = start()) {
            database.close();
            Files.delete(folder.resolve("db/data/ibdata1"));
            Files.writeString(folder.resolve("db/data/undo001"), "broken");
            assertThatThrownBy(database::restart)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("its log ends with")
                    .hasMessageContaining("[ERROR]");
        }
    }

    private EmbeddedDatabase start() {
        try {
            return EmbeddedDatabase.start(folder.resolve("db"), Folders.temporaryOfUser(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
