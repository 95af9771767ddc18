package dev.windrose.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.defaults.http.Admission;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.problem.FieldFault;
import dev.windrose.defaults.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static List<String> faults(String password) {
        Faults faults = new Faults();
        PasswordRules.check("password", password, faults);
        return faults.all().stream().map(FieldFault::code).toList();
    }

    @Test
    void countsCharactersNotBytesOrHalves() {
        assertThat(faults("🦜".repeat(7))).containsExactly("too_short");
        assertThat(faults("🦜".repeat(8))).isEmpty();
        assertThat(faults("🦜".repeat(128))).isEmpty();
        assertThat(faults("🦜".repeat(129))).containsExactly("too_long");
        assertThat(faults("        ")).isEmpty();
        assertThat(faults("")).containsExactly("required");
        assertThat(faults("half a \ud83e bird")).containsExactly("invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord1",
                "12345678",
                "123456789",
                "qwertyuiop",
                "iloveyou",
                "sunshine",
                "football",
                "princess",
                "trustno1",
                "baseball",
                "superman",
                "1q2w3e4r",
                "1qaz2wsx",
                "zaq12wsx",
                "11111111",
                "88888888",
                "password123",
                "p@ssw0rd",
                "letmein123",
                "welcome1",
                "admin123",
                "qwerty123",
                "abcd1234",
                "asdfghjkl",
                "michelle",
                "jennifer",
                "computer",
                "starwars",
                "whatever",
                "corvette",
                "mercedes",
                "maverick",
                "butterfly"
            })
    void refusesWhatEverybodyUses(String password) {
        assertThat(faults(password)).containsExactly("too_common");
    }

    @Test
    void asksForNoParticularCharacters() {
        assertThat(faults("plaintiffs waltz")).isEmpty();
        assertThat(faults("correct horse battery staple")).isEmpty();
        assertThat(faults("local-admin-password")).isEmpty();
    }

    @Test
    void takesDifferentlyComposedFormsOfATextForTheSame() {
        PasswordHashing hashing = new PasswordHashing();
        String hash = hashing.hash("caf\u00e9 au lait");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.matches("cafe\u0301 au lait", hash)).isTrue();
        assertThat(hashing.matches("cafe au lait", hash)).isFalse();
        assertThat(hashing.matches("anything", null)).isFalse();
    }

    @Test
    void letsFewHashAtOnceAndTheOthersWaitNotForEver() throws Exception {
        Admission onePlace = new Admission(1, Duration.ofMillis(20));
        PasswordHashing hashing = new PasswordHashing(onePlace);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = new Thread(() -> onePlace.admit(() -> {
            busy.countDown();
            return awaited(done);
        }));
        other.start();
        busy.await();
        assertThatThrownBy(() -> hashing.hash("a good long password"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.code()).isEqualTo("service_unavailable");
                    assertThat(e.retryAfter()).isNotNull();
                });
        done.countDown();
        other.join();
        assertThat(hashing.hash("a good long password")).startsWith("$argon2id$");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
