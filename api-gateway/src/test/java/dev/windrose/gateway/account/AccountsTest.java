package dev.windrose.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.gateway.Client;
import dev.windrose.gateway.Client.Answer;
import dev.windrose.gateway.GatewayTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountsTest extends GatewayTest {
    /** All are hashed, one after the other: of more, a slow machine would rightly send some away before their turn. */
    private static final int FEW = 4;

    private static final String SIGN_UP = "/api/v1/auth/signup";
    private static final String LOG_IN = "/api/v1/auth/login";

    private static Map<String, Object> form(String email, String password, String name) {
        return new HashMap<>(Map.of("email", email, "password", password, "fullName", name));
    }

    @Test
    void tellsTheStoryOfAnAccount() {
        String email = Client.freshEmail();
        Answer created = nobody().post(SIGN_UP, form(email, Client.PASSWORD, "  Ada Lovelace "));
        assertThat(created.status()).isEqualTo(201);
        JsonNode account = created.json();
        assertThat(account.get("email").asString()).isEqualTo(email);
        assertThat(account.get("fullName").asString()).isEqualTo("Ada Lovelace");
        assertThat(account.get("roles").toString()).isEqualTo("[\"CUSTOMER\"]");
        assertThat(account.has("password")).isFalse();

        Answer login = nobody().post(LOG_IN, Map.of("email", email.toUpperCase(), "password", Client.PASSWORD));
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.json().get("tokenType").asString()).isEqualTo("Bearer");
        assertThat(login.json().get("expiresIn").asInt()).isEqualTo(600);
        assertThat(login.header("Cache-Control")).contains("no-store");

        Client ada = nobody().with(login.json().get("accessToken").asString());
        assertThat(ada.get("/api/v1/users/me").json()).isEqualTo(account);
        Answer renamed =
                ada.send("PATCH", "/api/v1/users/me", Map.of("fullName", "Ada King", "roles", List.of("ADMIN")));
        assertThat(renamed.json().get("fullName").asString()).isEqualTo("Ada King");
        assertThat(ada.send("PATCH", "/api/v1/users/me", Map.of()).json()).isEqualTo(renamed.json());
        assertThat(ada.get("/api/v1/users/me").json().get("roles").toString()).isEqualTo("[\"CUSTOMER\"]");
    }

    @Test
    void storesTheEventWithTheAccount() throws Exception {
        String email = Client.freshEmail();
        String id = nobody().post(SIGN_UP, form(email, Client.PASSWORD, "Grace Hopper"))
                .json()
                .get("id")
                .asString();
        String payload = jdbc.sql(
                        "select payload from outbox_event where type = 'account.created' and aggregate_id = ?")
                .param(id)
                .query(String.class)
                .single();
        JsonMapper json = JsonMapper.builder().build();
        JsonNode event = json.readTree(payload);
        try (var example = getClass().getResourceAsStream("/contracts/events/account.created.json")) {
            JsonNode contract = json.readTree(example);
            assertThat(event.propertyNames()).containsExactlyInAnyOrderElementsOf(contract.propertyNames());
            assertThat(event.get("data").propertyNames())
                    .isEqualTo(contract.get("data").propertyNames());
            assertThat(event.get("source")).isEqualTo(contract.get("source"));
        }
        assertThat(event.get("subject").asString()).isEqualTo(id);
        assertThat(event.get("data").get("recipient").get("email").asString()).isEqualTo(email);
    }

    @Test
    void namesEveryFaultOfASignUpAtOnce() {
        assertThat(nobody().post(SIGN_UP, Map.of()).faults())
                .containsExactlyInAnyOrder("email:required", "password:required", "fullName:required");
        assertThat(nobody().post(SIGN_UP, form("ada@nowhere", "short", "Ada\r\nBcc: all@example.com"))
                        .faults())
                .containsExactlyInAnyOrder("email:invalid", "password:too_short", "fullName:invalid");
        assertThat(nobody().post(SIGN_UP, form(Client.freshEmail(), "Password123", "Ada"))
                        .faults())
                .containsExactly("password:too_common");
    }

    @Test
    void tellsOfRolesThatWereChangedOnceAndByWhom() throws Exception {
        Client ada = customer("Ada Lovelace");
        JsonNode account = ada.get("/api/v1/users/me").json();
        String id = account.get("id").asString();
        for (int i = 0; i < 2; i++) {
            admin().send(
                            "PUT",
                            "/api/v1/users/" + id + "/roles",
                            Map.of("roles", List.of("CUSTOMER", "AIRLINE_STAFF")));
        }

        JsonMapper json = JsonMapper.builder().build();
        JsonNode event = json.readTree(
                jdbc.sql("select payload from outbox_event where type = 'account.changed' and aggregate_id = ?")
                        .param(id)
                        .query(String.class)
                        .single());

        try (var example = getClass().getResourceAsStream("/contracts/events/account.changed.json")) {
            JsonNode contract = json.readTree(example);
            assertThat(event.propertyNames()).containsExactlyInAnyOrderElementsOf(contract.propertyNames());
            assertThat(event.get("data").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(contract.get("data").propertyNames());
        }
        assertThat(event.at("/data/email")).isEqualTo(account.get("email"));
        assertThat(event.at("/data/before/roles").toString()).isEqualTo("[\"CUSTOMER\"]");
        assertThat(event.at("/data/after/roles").toString()).isEqualTo("[\"CUSTOMER\",\"AIRLINE_STAFF\"]");
        assertThat(event.at("/data/changedBy/email").asString()).isEqualTo("admin@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"email\":\"a\"", "{\"email\":{}}", "{\"email\":[1]}"})
    void refusesWhatIsNotTheJsonAskedFor(String body) {
        assertThat(nobody().post(SIGN_UP, body).status()).isEqualTo(400);
    }

    @Test
    void letsOneOfManySignUpsWithOneAddressThrough() {
        String email = Client.freshEmail();
        ExecutorService callers = Executors.newFixedThreadPool(FEW);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, FEW)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> nobody().post(
                                            SIGN_UP,
                                            form(i % 2 == 0 ? email : email.toUpperCase(), Client.PASSWORD, "N" + i))
                                    .status(),
                            callers))
                    .toList();
            List<Integer> statuses =
                    answers.stream().map(CompletableFuture::join).sorted().toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409);
        } finally {
            callers.shutdownNow();
        }
        nobody().post(SIGN_UP, form(email, Client.PASSWORD, "Ada")).problem(409, "email_taken");
        assertThat(jdbc.sql("select count(*) from outbox_event o join account a on a.id = o.aggregate_id"
                                + " where a.email_key = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  spaces around  ", "пароль с пробелом", "🦜🦜🦜🦜🦜🦜🦜🦜", "a\u0000b\u0001c\u0007defg"})
    void takesPasswordsOfAnyScriptAsTheyAre(String password) {
        String email = Client.freshEmail();
        assertThat(nobody().post(SIGN_UP, form(email, password, "Ada")).status())
                .isEqualTo(201);
        assertThat(nobody().post(LOG_IN, Map.of("email", email, "password", password))
                        .status())
                .isEqualTo(200);
        assertThat(nobody().post(LOG_IN, Map.of("email", email, "password", password.strip() + "x"))
                        .status())
                .isEqualTo(401);
        if (!password.equals(password.strip())) {
            assertThat(nobody().post(LOG_IN, Map.of("email", email, "password", password.strip()))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void answersALoginAlikeForAnUnknownAddressAndAWrongPassword() {
        String email = Client.freshEmail();
        nobody().signedUpAs(email, "Ada");
        JsonNode wrong = nobody().post(LOG_IN, Map.of("email", email, "password", "not the password"))
                .problem(401, "invalid_credentials");
        Answer unknown = nobody().post(LOG_IN, Map.of("email", Client.freshEmail(), "password", "not the password"));
        JsonNode other = unknown.problem(401, "invalid_credentials");
        assertThat(other.get("detail")).isEqualTo(wrong.get("detail"));
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
        nobody().post(LOG_IN, Map.of("email", "no address", "password", "x")).problem(401, "invalid_credentials");
        assertThat(nobody().post(LOG_IN, Map.of()).faults())
                .containsExactlyInAnyOrder("email:required", "password:required");
    }

    @Test
    void refusesADisabledAccountOnlyWithTheRightPassword() {
        String email = Client.freshEmail();
        nobody().signedUpAs(email, "Ada");
        jdbc.sql("update account set enabled = false where email_key = ?")
                .param(email)
                .update();
        nobody().post(LOG_IN, Map.of("email", email, "password", Client.PASSWORD))
                .problem(403, "account_disabled");
        nobody().post(LOG_IN, Map.of("email", email, "password", "not the password"))
                .problem(401, "invalid_credentials");
    }

    @Test
    void changesAPasswordForWhoeverKnowsTheOldOne() {
        String email = Client.freshEmail();
        Client ada = nobody().signedUpAs(email, "Ada");
        String path = "/api/v1/users/me/password";
        assertThat(ada.send("PUT", path, Map.of("currentPassword", "wrong one", "newPassword", "entirely new one"))
                        .faults())
                .containsExactly("currentPassword:wrong_password");
        assertThat(ada.send("PUT", path, Map.of("newPassword", "short")).faults())
                .containsExactlyInAnyOrder("currentPassword:required", "newPassword:too_short");
        Answer done =
                ada.send("PUT", path, Map.of("currentPassword", Client.PASSWORD, "newPassword", "entirely new one"));
        assertThat(done.status()).isEqualTo(204);
        nobody().post(LOG_IN, Map.of("email", email, "password", Client.PASSWORD))
                .problem(401, "invalid_credentials");
        nobody().loggedInAs(email, "entirely new one");
    }

    @Test
    void letsAnAdminFindAccountsAndGiveRoles() {
        String email = Client.freshEmail();
        Client ada = nobody().signedUpAs(email, "Ada");
        JsonNode found =
                admin().get("/api/v1/users?email=" + email.toUpperCase()).json();
        assertThat(found.get("items").size()).isEqualTo(1);
        assertThat(found.get("nextCursor").isNull()).isTrue();
        String id = found.get("items").get(0).get("id").asString();
        String path = "/api/v1/users/" + id + "/roles";

        Answer given = admin().send("PUT", path, Map.of("roles", List.of("CUSTOMER", "AIRLINE_STAFF")));
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json().get("roles").toString()).isEqualTo("[\"CUSTOMER\",\"AIRLINE_STAFF\"]");
        assertThat(admin().send("PUT", path, Map.of("roles", List.of("PILOT", "ADMIN")))
                        .faults())
                .containsExactly("roles[0]:invalid");
        assertThat(admin().send("PUT", path, Map.of()).faults()).containsExactly("roles:required");
        admin().send("PUT", "/api/v1/users/nobody/roles", Map.of("roles", List.of("ADMIN")))
                .problem(404, "user_not_found");
        assertThat(admin().get("/api/v1/users?email=nobody@example.com")
                        .json()
                        .get("items")
                        .size())
                .isZero();

        ada.get("/api/v1/users?email=" + email).problem(403, "forbidden");
        ada.send("PUT", path, Map.of("roles", List.of("ADMIN"))).problem(403, "forbidden");
        nobody().get("/api/v1/users").problem(401, "unauthenticated");
        nobody().get("/api/v1/users/me").problem(401, "unauthenticated");
    }

    @Test
    void walksAllAccountsInPages() {
        customer("A");
        customer("B");
        customer("C");
        Client admin = admin();
        List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = admin.get("/api/v1/users?limit=2" + cursor).json();
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            if (page.get("nextCursor").isNull()) {
                break;
            }
            cursor = "&cursor=" + page.get("nextCursor").asString();
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat((long) seen.size())
                .isEqualTo(jdbc.sql("select count(*) from account")
                        .query(Long.class)
                        .single());
        assertThat(admin.get("/api/v1/users?limit=0").faults()).containsExactly("limit:out_of_range");
        assertThat(admin.get("/api/v1/users?cursor=made-up").faults()).containsExactly("cursor:invalid");
    }
}
