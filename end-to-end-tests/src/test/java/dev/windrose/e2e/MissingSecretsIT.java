package dev.windrose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.localstack.StackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outside the profile local no service starts without its secrets, and each says so before it looks for anything else. */
class MissingSecretsIT {
    private static final Map<String, String> MISSING = Map.of(
            "api-gateway", "Not set: SERVICE_TOKEN_SECRET, JWT_KEYS_DIR.",
            "flight-service", "Not set: SERVICE_TOKEN_SECRET.",
            "booking-service", "Not set: SERVICE_TOKEN_SECRET.",
            "notification-service", "Not set: SERVICE_TOKEN_SECRET.");

    @Test
    void everyServiceSaysInOneLineWhatIsMissingThoughThereIsNoDatabase() throws Exception {
        for (Run run : started()) {
            String said = new String(run.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> errors =
                    said.lines().filter(line -> line.contains("ERROR")).toList();
            assertThat(run.process().waitFor()).as(said).isEqualTo(1);
            assertThat(errors).singleElement().asString().contains(run.missing());
            assertThat(said).doesNotContain("waiting for the database").doesNotContain("Exception");
        }
    }

    private record Run(String missing, Process process) {}

    private static List<Run> started() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Map.Entry<String, String> service : MISSING.entrySet()) {
            String module = service.getKey();
            Path jar = StackSettings.findHome().resolve(module).resolve("target/" + module + ".jar");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            jar.toString())
                    .redirectErrorStream(true);
            Stream.of("SERVICE_TOKEN_SECRET", "JWT_KEYS_DIR").forEach(builder.environment()::remove);
            builder.environment().putAll(Map.of("SPRING_PROFILES_ACTIVE", "production", "MYSQL_PORT", "1"));
            runs.add(new Run(service.getValue(), builder.start()));
        }
        return runs;
    }
}
