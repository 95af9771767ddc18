package dev.windrose.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.localstack.StackSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetTest {

    @TempDir
    Path data;

    @BeforeEach
    void setUp() throws IOException {
        Files.createDirectories(data.resolve("database/data"));
        Files.writeString(data.resolve("database/data/ibdata1"), "rows");
        Files.writeString(data.resolve("thesis.txt"), "not ours");
    }

    @Test
    void asksFirstAndTakesAnythingButYesForNo() {
        assertThat(reset("n\n").run(false)).isEqualTo(1);
        assertThat(reset("").run(false)).isEqualTo(1);
        assertThat(data.resolve("database")).exists();
    }

    @Test
    void deletesWhatTheStackMadeAndNothingElse() {
        assertThat(reset("y\n").run(false)).isZero();
        assertThat(data.resolve("database")).doesNotExist();
        assertThat(data.resolve("thesis.txt")).exists();
    }

    @Test
    void needsNoAnswerWhenTold() throws IOException {
        Files.delete(data.resolve("thesis.txt"));
        assertThat(reset("").run(true)).isZero();
        assertThat(data).doesNotExist();
    }

    @Test
    void leavesARunningStackAlone() throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        data.toString())
                .start();
        try {
            assertThat(launcher.inputReader().readLine()).isEqualTo("locked");
            assertThat(reset("y\n").run(false)).isEqualTo(1);
            assertThat(new LauncherLock(data).acquire()).isFalse();
            assertThat(new LauncherLock(data).holder())
                    .hasValueSatisfying(holder -> assertThat(holder.pid()).isEqualTo(launcher.pid()));
            launcher.destroyForcibly().waitFor();
            assertThat(new LauncherLock(data).holder()).isEmpty();
            assertThat(reset("y\n").run(false)).isZero();
        } finally {
            launcher.destroyForcibly();
        }
    }

    /** Another JVM that runs on the folder. */
    static final class LockHolder {

        private LockHolder() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(new LauncherLock(Path.of(arguments[0])).acquire() ? "locked" : "refused");
            while (System.in.read() >= 0) {
                // until we are killed
            }
        }
    }

    private Reset reset(String answer) {
        return new Reset(
                StackSettings.from(data, Map.of("WINDROSE_DATA", data.toString())),
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }
}
