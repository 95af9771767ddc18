package dev.windrose.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.StackSettings;
import dev.windrose.localstack.StandInService;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void setUp() throws IOException {
        StandInService.install(folder.resolve("checkout"));
        environment = StackSettings.onFreePorts(folder.resolve("checkout"), folder.resolve("data"), Map.of())
                .environment();
    }

    @AfterEach
    void nothingIsLeft() {
        await().atMost(LIMIT).until(() -> processesOfThisTest().isEmpty());
    }

    @Test
    void restartsWhatDiesAndStopsWhenTold() throws Exception {
        Process up = launch("up");
        awaitLine("Windrose is ready");
        assertThat(processesOfThisTest()).hasSizeGreaterThanOrEqualTo(5);

        long first = pid("booking-service");
        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        awaitLine("booking-service has died; it is started again");
        await().atMost(LIMIT).until(() -> pid("booking-service") != first);

        ProcessHandle.of(pid("mariadbd")).ifPresent(ProcessHandle::destroyForcibly);
        awaitLine("database has died");

        assertThat(run("up")).isEqualTo(1);
        assertThat(output()).contains("Windrose is running already (pid " + up.pid() + ")");
        assertThat(run("reset", "--yes")).isEqualTo(1);
        assertThat(run("down")).isZero();
        assertThat(up.isAlive()).isFalse();
        assertThat(run("down")).isZero();
        assertThat(output()).contains("Windrose is not running.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "INT"})
    void leavesNoProcessBehindWhateverEndsIt(String signal) throws Exception {
        Process up = launch("up");
        awaitLine("Windrose is ready");
        signal(up, signal);
        assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailbox ready", "starting the services"})
    void leavesNoProcessBehindWhenKilledHalfWay(String line) throws Exception {
        Process up = launch("up");
        awaitLine(line);
        signal(up, "KILL");
        assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void startsAgainRightAfterItWasKilled() throws Exception {
        Process up = launch("up");
        awaitLine("Windrose is ready");
        signal(up, "KILL");
        up.waitFor();
        Files.delete(folder.resolve("output"));
        launch("up");
        awaitLine("Windrose is ready");
        assertThat(run("down")).isZero();
    }

    private Process launch(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(MYSQL|RABBITMQ|SMTP)_.*"));
        builder.environment().putAll(environment);
        // of the launcher and its services: they live for seconds
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return builder.start();
    }

    private int run(String... arguments) throws Exception {
        return launch(arguments).waitFor();
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(withDefaultSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dwindrose.home=" + folder.resolve("checkout"),
                "-Dlogback.configurationFile=windrose-launcher-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Under nohup, or behind a shell's {@code &}, we inherit that signals are ignored, which a JVM respects; a terminal's child does not. */
    private static List<String> withDefaultSignals() {
        return System.getProperty("os.name").equals("Linux")
                ? List.of("env", "--default-signal=HUP", "--default-signal=INT", "--default-signal=TERM")
                : List.of();
    }

    private static void signal(Process process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void awaitLine(String text) {
        await().atMost(LIMIT)
                .failFast("it says: " + text, () -> output().contains("Exception in thread"))
                .until(() -> output().contains(text));
    }

    private String output() throws IOException {
        Path output = folder.resolve("output");
        return Files.exists(output) ? Files.readString(output) : "";
    }

    private long pid(String name) throws IOException {
        return Long.parseLong(
                Files.readString(folder.resolve("data/pids/" + name + ".pid")).trim());
    }

    /** Whatever has our folder in its command line: launcher, services, database, and the shells beside them. */
    private List<ProcessHandle> processesOfThisTest() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(folder + File.separator))
                .toList();
    }
}
