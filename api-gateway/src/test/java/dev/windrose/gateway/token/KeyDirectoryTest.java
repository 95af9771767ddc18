package dev.windrose.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class KeyDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void makesOneKeyHoweverManyStartAtOnce() throws Exception {
        Path keys = folder.resolve("deep/keys");
        ExecutorService replicas = Executors.newFixedThreadPool(8);
        try {
            Callable<String> start = () -> {
                KeyDirectory directory = new KeyDirectory(keys);
                directory.createFirstKey(Clock.systemUTC());
                return directory.read().current().id();
            };
            List<Future<String>> ids = replicas.invokeAll(java.util.Collections.nCopies(16, start));
            String first = ids.get(0).get();
            for (Future<String> id : ids) {
                assertThat(id.get()).isEqualTo(first);
            }
        } finally {
            replicas.shutdownNow();
        }
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files.filter(f -> f.toString().endsWith(".pem"))).hasSize(1);
        }
    }

    @Test
    void takesTheLastByNameToSign() throws Exception {
        KeyDirectory directory = new KeyDirectory(folder);
        directory.createFirstKey(Clock.systemUTC());
        String first = directory.read().current().id();
        Files.copy(folder.resolve(first + ".pem"), folder.resolve("9999-later.pem"));
        SigningKeys keys = directory.read();
        assertThat(keys.current().id()).isEqualTo("9999-later");
        assertThat(keys.find(first)).isNotNull();
        assertThat(keys.find("unknown")).isNull();
    }

    @Test
    void stopsTheStartOutsideLocalWithOneClearLine() throws IOException {
        TokenConfiguration configuration = new TokenConfiguration();
        MockEnvironment production = new MockEnvironment();
        assertThatThrownBy(() -> configuration.signingKeys(production, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JWT_KEYS_DIR is not set");
        production.setProperty("JWT_KEYS_DIR", folder.toString());
        assertThatThrownBy(() -> configuration.signingKeys(production, Clock.systemUTC()))
                .hasMessageContaining("it holds no <kid>.pem");
        production.setProperty("JWT_KEYS_DIR", folder.resolve("missing").toString());
        assertThatThrownBy(() -> configuration.signingKeys(production, Clock.systemUTC()))
                .hasMessageContaining("no usable signing key");
        production.setProperty("JWT_KEYS_DIR", folder.toString());
        Files.writeString(folder.resolve("bad.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> configuration.signingKeys(production, Clock.systemUTC()))
                .hasMessageContaining("bad.pem is no RSA key");
    }
}
