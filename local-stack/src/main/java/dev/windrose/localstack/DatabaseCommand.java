package dev.windrose.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's command lines. */
record DatabaseCommand(ServerBinaries binaries, Path data) {

    /** Takes SQL on its input and ends; used once to make the system tables. */
    List<String> bootstrap() {
        List<String> command = common();
        command.addAll(List.of("--bootstrap", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"));
        return command;
    }

    /** Serves one port of the loopback interface. Its own TLS key would cost five seconds a start, hence skip-ssl. */
    List<String> serve(int port, Path log) {
        List<String> command = common();
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadbd.sock",
                "--pid-file=mariadbd.pid",
                "--log-error=" + log,
                "--skip-ssl",
                "--skip-name-resolve",
                "--max-connections=400",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--default-time-zone=+00:00"));
        return command;
    }

    /** The same for data that nobody misses after a power cut: commits are on disk a second later, which spares tests the wait. */
    List<String> serveThrowaway(int port, Path log) {
        List<String> command = serve(port, log);
        command.addAll(List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"));
        return command;
    }

    private List<String> common() {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + data,
                // of its own: servers that share one delete each other's temporary tables when they start
                "--tmpdir=" + data,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }
}
