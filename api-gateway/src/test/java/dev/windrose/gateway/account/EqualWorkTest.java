package dev.windrose.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.defaults.http.Admission;
import dev.windrose.gateway.Client;
import dev.windrose.gateway.GatewayTest;
import dev.windrose.gateway.token.AccessTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A login for an unknown account costs the same hash as one with a wrong password: its time tells nobody who has an account. */
class EqualWorkTest extends GatewayTest {
    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessTokens tokens;

    @Test
    void anUnknownAccountCostsTheHashOfAKnownOne() {
        String known = Client.freshEmail();
        nobody().signedUpAs(known, "Ada");
        Counting encoder = new Counting();
        LogIn logIn =
                new LogIn(accounts, new PasswordHashing(new Admission(1, Duration.ofSeconds(9)), encoder), tokens);

        assertThatThrownBy(() -> logIn.logIn(known, "not the password")).isInstanceOf(InvalidCredentials.class);
        assertThatThrownBy(() -> logIn.logIn(Client.freshEmail(), "not the password"))
                .isInstanceOf(InvalidCredentials.class);

        assertThat(encoder.compared)
                .hasSize(2)
                .allSatisfy(hash -> assertThat(hash)
                        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                        .hasSameSizeAs(encoder.compared.get(0)));
    }

    /** Notes each hash that a password is compared with. */
    private static final class Counting implements PasswordEncoder {
        private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
        private final List<String> compared = new ArrayList<>();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return argon2.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.add(String.valueOf(hash));
            return argon2.matches(password, hash);
        }
    }
}
