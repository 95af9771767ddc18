package dev.windrose.gateway.token;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Where the signing keys come from: {@code JWT_KEYS_DIR}; on the local profile a folder that is filled when empty. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final String VARIABLE = "JWT_KEYS_DIR";

    @Bean
    SigningKeys signingKeys(Environment environment, Clock clock) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        String folder = environment.getProperty(VARIABLE);
        if (!StringUtils.hasText(folder)) {
            if (!local) {
                throw new IllegalStateException(
                        VARIABLE + " is not set: it names the folder of the signing keys, <kid>.pem in PKCS#8");
            }
            folder = environment.getProperty("WINDROSE_DATA", ".windrose") + "/keys";
        }
        KeyDirectory keys = new KeyDirectory(Path.of(folder));
        try {
            if (local) {
                keys.createFirstKey(clock);
            }
            return keys.read();
        } catch (IOException e) {
            throw new IllegalStateException(
                    VARIABLE + " (" + folder + ") has no usable signing key: " + e.getMessage(), e);
        }
    }
}
