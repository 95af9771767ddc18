package dev.windrose.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.localstack.StackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./windrose}: which JDK it takes, and when it builds; on a checkout, JDKs and a Maven that are only scripts. */
class WindroseScriptTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "cat",
            "dirname",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "ps",
            "readlink",
            "sed",
            "sleep",
            "tail",
            "touch",
            "tr",
            "uname");
    private static final List<String> MODULES =
            List.of("api-gateway", "flight-service", "booking-service", "notification-service", "local-stack");

    @TempDir
    Path folder;

    private record Run(int status, String output) {}

    @BeforeEach
    void aCheckoutAndTheToolsOfAPlainMachine() throws IOException {
        Files.createDirectories(folder.resolve("jdks"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), where(tool));
        }
        Path home = Files.createDirectories(folder.resolve("checkout"));
        Files.copy(StackSettings.findHome().resolve("windrose"), home.resolve("windrose"));
        file("checkout/pom.xml", "");
        for (String module : MODULES) {
            file("checkout/" + module + "/pom.xml", "");
            file("checkout/" + module + "/src/main/java/A.java", "");
        }
        file("checkout/service-defaults/src/main/java/A.java", "");
        file("checkout/contracts/events/a.json", "");
        mavenOfVersion("3.9.9");
    }

    @Test
    void takesTheNewestJdkThereIs() throws Exception {
        everythingIsBuilt();
        jdk("jdks/eleven", "11.0.2");
        jdk("jdks/twenty-five", "25.0.1");
        Path javaHome = jdk("elsewhere", "21");

        assertThat(windrose(Map.of("JAVA_HOME", javaHome.toString())).output())
                .contains("Windrose on JDK 25 (" + folder.resolve("jdks/twenty-five") + ")")
                .contains("started by 25.0.1");
    }

    @Test
    void takesTheOneThatJavaHomeNamesIfThatIsTheNewest() throws Exception {
        everythingIsBuilt();
        jdk("jdks/seventeen", "17.0.15");
        Path javaHome = jdk("elsewhere", "26-ea");

        assertThat(windrose(Map.of("JAVA_HOME", javaHome.toString())).output())
                .contains("Windrose on JDK 26 (" + javaHome + ")");
    }

    @Test
    void saysWhatIsMissingWithoutAnyJdk() throws Exception {
        Path jre = jdk("jdks/only-a-jre", "21");
        Files.delete(jre.resolve("bin/javac"));

        Run run = windrose(Map.of());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("needs a JDK, version 17 or later, and found none")
                .contains("JAVA_HOME");
    }

    @Test
    void saysWhichOneIsTooOld() throws Exception {
        Path old = jdk("jdks/old", "11.0.2");
        jdk("jdks/older", "1.8.0_432");

        Run run = windrose(Map.of());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("needs JDK 17 or later; the newest found is 11 in " + old);
    }

    @Test
    void buildsWhatIsMissingOrOlderThanItsSourcesAndNothingElse() throws Exception {
        Path jdk = jdk("jdks/seventeen", "17.0.15");

        assertThat(windrose(Map.of()).output())
                .contains("api-gateway.jar is missing")
                .contains("built in");
        assertThat(builds()).containsExactly(jdk + " -B -DskipTests package");

        assertThat(windrose(Map.of()).output()).doesNotContain("building");
        assertThat(builds()).hasSize(1);

        Path source = folder.resolve("checkout/flight-service/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(windrose(Map.of()).output())
                .contains("building: flight-service/src/main/java/A.java is newer than the jars");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void aBuildThatFailsStartsNothing() throws Exception {
        jdk("jdks/seventeen", "17.0.15");
        script("bin/mvn", """
                [ "$1" = -version ] && echo "Apache Maven 3.9.9" && exit
                echo "[ERROR] COMPILATION ERROR"
                exit 1""");

        Run run = windrose(Map.of());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("The build failed: [ERROR] COMPILATION ERROR")
                .contains("build.log")
                .doesNotContain("started by");
    }

    @Test
    void saysThatMavenIsTooOldOrMissing() throws Exception {
        jdk("jdks/seventeen", "17.0.15");
        mavenOfVersion("3.6.3");
        assertThat(windrose(Map.of()).output()).contains("needs Maven 3.8 or later; this one is 3.6");

        Files.delete(folder.resolve("bin/mvn"));
        assertThat(windrose(Map.of()).output()).contains("mvn was not found");
        assertThat(builds()).isEmpty();
    }

    private Run windrose(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        where("bash").toString(),
                        folder.resolve("checkout/windrose").toString(),
                        "up")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin").toString(),
                        "HOME", folder.toString(),
                        "WINDROSE_JDKS", folder.resolve("jdks").toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private void everythingIsBuilt() throws IOException {
        for (String module : MODULES) {
            file("checkout/" + module + "/target/" + module + ".jar", "");
        }
    }

    private Path jdk(String place, String version) throws IOException {
        script(place + "/bin/javac", "echo 'javac " + version + "'");
        script(place + "/bin/java", "echo 'started by " + version + "'");
        return folder.resolve(place);
    }

    /** Notes its call, and makes the jars. */
    private void mavenOfVersion(String version) throws IOException {
        script("bin/mvn", """
                [ "$1" = -version ] && echo "Apache Maven %s" && exit
                echo "$JAVA_HOME $*" >> %s
                for module in %s; do mkdir -p $module/target; touch $module/target/$module.jar; done""".formatted(version, folder.resolve("builds"), String.join(" ", MODULES)));
    }

    private List<String> builds() throws IOException {
        Path calls = folder.resolve("builds");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void script(String place, String text) throws IOException {
        file(place, "#!" + where("sh") + "\n" + text + "\n");
        Files.setPosixFilePermissions(folder.resolve(place), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void file(String place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Path where(String tool) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
