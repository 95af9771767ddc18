package dev.windrose.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.gateway.Client;
import dev.windrose.gateway.GatewayTest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

class AdminBootstrapTest extends GatewayTest {
    private static final String PASSWORD = "a rather long admin password";

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordHashing hashing;

    private AdminBootstrap bootstrap(String email, String password) {
        MockEnvironment production =
                new MockEnvironment().withProperty("ADMIN_EMAIL", email).withProperty("ADMIN_PASSWORD", password);
        return new AdminBootstrap(production, accounts, hashing, Clock.systemUTC());
    }

    private long count(String email) {
        return jdbc.sql("select count(*) from account where email_key = ?")
                .param(email)
                .query(Long.class)
                .single();
    }

    @Test
    void makesOneAdminHoweverManyReplicasStart() throws Exception {
        String email = Client.freshEmail();
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> start = () -> {
                bootstrap(email, PASSWORD).afterSingletonsInstantiated();
                return true;
            };
            for (Future<Boolean> started : replicas.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            replicas.shutdownNow();
        }
        assertThat(count(email)).isEqualTo(1);
        bootstrap(email, "another password, ignored").afterSingletonsInstantiated();
        assertThat(nobody().loggedInAs(email, PASSWORD).get("/api/v1/users").status())
                .isEqualTo(200);
    }

    @Test
    void promotesNobodyWhoSignedUpFirst() {
        String email = Client.freshEmail();
        Client early = nobody().signedUpAs(email, "Early");
        bootstrap(email, PASSWORD).afterSingletonsInstantiated();
        early.get("/api/v1/users").problem(403, "forbidden");
        nobody().loggedInAs(email, Client.PASSWORD).get("/api/v1/users").problem(403, "forbidden");
    }

    @Test
    void hasNoDefaultOutsideTheLocalStack() {
        long before = jdbc.sql("select count(*) from account").query(Long.class).single();
        bootstrap("", "").afterSingletonsInstantiated();
        assertThat(jdbc.sql("select count(*) from account").query(Long.class).single())
                .isEqualTo(before);
        assertThatThrownBy(() -> bootstrap("admin@corp.example", "").afterSingletonsInstantiated())
                .hasMessageStartingWith("ADMIN_PASSWORD");
        assertThatThrownBy(() -> bootstrap("admin@corp.example", "password1").afterSingletonsInstantiated())
                .hasMessageStartingWith("ADMIN_PASSWORD");
        assertThatThrownBy(() -> bootstrap("", PASSWORD).afterSingletonsInstantiated())
                .hasMessageStartingWith("ADMIN_EMAIL");
    }
}
