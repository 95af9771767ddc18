package dev.windrose.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the system tables of a fresh database, and the one account that the services use. */
final class DatabaseFolder {

    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private static final String ACCOUNT = """

            delete from mysql.global_priv where User = 'root';
            flush privileges;
            create user '%1$s'@'%%' identified by '%2$s';
            grant all privileges on *.* to '%1$s'@'%%' with grant option;
            """.formatted(EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);

    private DatabaseFolder() {}

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** Does nothing if the folder holds data already; an initialisation that was cut short is begun anew. */
    static void prepare(ServerBinaries binaries, Path folder) throws IOException {
        if (Files.isDirectory(data(folder))) {
            return;
        }
        Path fresh = folder.resolve("data.unfinished");
        Folders.deleteRecursively(fresh);
        Folders.createPrivate(fresh);
        Path log = folder.resolve("bootstrap.log");
        List<String> command = new DatabaseCommand(binaries, fresh).bootstrap();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        if (!binaries.libraries().isEmpty()) {
            builder.environment().put("DYLD_LIBRARY_PATH", binaries.libraries());
        }
        Process bootstrap = builder.start();
        try (OutputStream sql = bootstrap.getOutputStream()) {
            write(binaries, sql);
        }
        if (!endsWell(bootstrap)) {
            throw new LocalStackException(
                    "The database could not be initialised; see " + log + ":\n" + LogTail.of(log));
        }
        Files.move(fresh, data(folder));
    }

    private static void write(ServerBinaries binaries, OutputStream sql) throws IOException {
        sql.write("create database mysql;\nuse mysql;\n".getBytes(StandardCharsets.UTF_8));
        for (String script : SYSTEM_TABLES) {
            Files.copy(binaries.home().resolve("share").resolve(script), sql);
        }
        sql.write(ACCOUNT.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean endsWell(Process bootstrap) {
        try {
            if (bootstrap.waitFor(60, TimeUnit.SECONDS)) {
                return bootstrap.exitValue() == 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bootstrap.destroyForcibly();
        return false;
    }
}
