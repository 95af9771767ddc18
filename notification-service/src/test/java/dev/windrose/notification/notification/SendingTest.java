package dev.windrose.notification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.windrose.defaults.messaging.Event;
import dev.windrose.defaults.security.VerificationKeys;
import dev.windrose.localstack.TestParts;
import dev.windrose.notification.ContractEvents;
import dev.windrose.notification.NotificationServiceApplication;
import dev.windrose.notification.Signed;
import dev.windrose.notification.notification.ScriptedSmtp.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** What the senders do with mail servers that refuse, fall silent or are away; retries after 100, 200 and 300 ms. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
class SendingTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ScriptedSmtp SMTP = new ScriptedSmtp();
    private static final Map<String, String> PROPERTIES = properties();

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(TestParts.get().springProperties("notification_sending"));
        properties.put("SMTP_PORT", String.valueOf(SMTP.port()));
        properties.put("RETRY_DELAYS", "PT0.1S,PT0.2S,PT0.3S");
        properties.put("spring.mail.properties.mail.smtp.timeout", "1000");
        return properties;
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        PROPERTIES.forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The gateway's keys are not asked for. */
    @TestConfiguration
    static class Keys {
        @Bean
        VerificationKeys verificationKeys() {
            return Signed.keys();
        }
    }

    @Autowired
    TellOfEvent tell;

    @Autowired
    RetryNotification retryNotification;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void stopServer() {
        SMTP.close();
    }

    @Test
    void refusedForGoodIsFailedAtOnceAndAnAdministratorCanRetryIt() {
        String recipient = ContractEvents.anybody();
        SMTP.reply(recipient, "550 5.1.1 no such user");
        long id = tell("booking.expired", recipient);

        await().atMost(SOON).until(() -> status(id).equals("FAILED"));
        assertThat(SMTP.triesFor(recipient)).isEqualTo(1);
        assertThat(text(id, "last_error")).contains("550 5.1.1 no such user");

        SMTP.reply(recipient, null);
        assertThat(retryNotification.retry(id).status()).isEqualTo(NotificationStatus.PENDING);
        await().atMost(SOON).until(() -> status(id).equals("SENT"));
        assertThat(SMTP.takenFor(recipient)).hasSize(1);
        assertThatThrownBy(() -> retryNotification.retry(id)).isInstanceOf(NotificationNotFailed.class);
        assertThatThrownBy(() -> retryNotification.retry(0)).isInstanceOf(NotificationNotFound.class);
    }

    @Test
    void refusedForNowIsTriedAgainUntilItIsTaken() {
        String recipient = ContractEvents.anybody();
        SMTP.reply(recipient, "450 4.2.0 greylisted");
        long id = tell("account.created", recipient);

        await().atMost(SOON).until(() -> SMTP.triesFor(recipient) >= 2);
        SMTP.reply(recipient, null);

        await().atMost(SOON).until(() -> status(id).equals("SENT"));
        assertThat(SMTP.takenFor(recipient)).hasSize(1);
    }

    @Test
    void afterTheLastRetryItIsGivenUp() {
        String recipient = ContractEvents.anybody();
        SMTP.reply(recipient, "451 4.3.0 not now");
        long id = tell("account.created", recipient);

        await().atMost(SOON).until(() -> status(id).equals("FAILED"));
        assertThat(SMTP.triesFor(recipient)).isEqualTo(4);
    }

    @Test
    void silenceOfTheServerEndsInARetryAndHoldsUpNobodyElse() {
        String silent = ContractEvents.anybody();
        SMTP.reply(silent, ScriptedSmtp.SILENCE);
        long held = tell("account.created", silent);
        await().atMost(SOON).until(() -> SMTP.triesFor(silent) >= 1);

        String other = ContractEvents.anybody();
        long free = tell("account.created", other);
        await().atMost(SOON).until(() -> status(free).equals("SENT"));

        SMTP.reply(silent, null);
        await().atMost(SOON).until(() -> status(held).equals("SENT"));
        assertThat(SMTP.takenFor(silent)).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsGivenUpWithoutAsking() {
        long id = tell("account.created", "no address\r\nBcc: everybody@example.com");

        await().atMost(SOON).until(() -> status(id).equals("FAILED"));
        assertThat(text(id, "last_error")).contains("AddressException");
    }

    @Test
    void afterACrashBetweenTheServersYesAndTheNoteTheRepeatHasTheSameMessageId() {
        String recipient = ContractEvents.anybody();
        long id = tell("booking.expired", recipient);
        await().atMost(SOON).until(() -> status(id).equals("SENT"));

        // as the crash leaves it, once the lease is over
        jdbc.sql(
                        "update notification set status = 'PENDING', sent_at = null, next_attempt_at = utc_timestamp(3) where id = ?")
                .param(id)
                .update();

        await().atMost(SOON).until(() -> status(id).equals("SENT"));
        assertThat(SMTP.takenFor(recipient))
                .hasSize(2)
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly(SMTP.takenFor(recipient).get(0).header("Message-ID"))
                .doesNotContain("");
    }

    @Test
    void twoReplicasShareTheWorkAndSendNothingTwice() {
        try (ConfigurableApplicationContext replica = replica()) {
            assertThat(replica.isRunning()).isTrue();
            List<String> recipients = IntStream.range(0, 80)
                    .mapToObj(i -> ContractEvents.anybody())
                    .toList();
            transaction.executeWithoutResult(
                    status -> recipients.forEach(recipient -> tell.tell(event("account.created", recipient))));

            await().atMost(SOON)
                    .until(() -> recipients.stream()
                            .noneMatch(recipient -> SMTP.takenFor(recipient).isEmpty()));
            await().atMost(SOON).until(() -> pending() == 0);
            assertThat(SMTP.taken().stream().map(Taken::recipient).filter(recipients::contains))
                    .hasSize(recipients.size())
                    .doesNotHaveDuplicates();
        }
    }

    private static ConfigurableApplicationContext replica() {
        String[] arguments = Stream.concat(
                        Stream.of("--server.port=0"),
                        PROPERTIES.entrySet().stream().map(p -> "--" + p.getKey() + "=" + p.getValue()))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(NotificationServiceApplication.class, Keys.class)
                .profiles("local")
                .run(arguments);
    }

    private long tell(String type, String recipient) {
        Event event = event(type, recipient);
        transaction.executeWithoutResult(status -> tell.tell(event));
        return jdbc.sql("select id from notification where event_id = ?")
                .param(event.id())
                .query(Long.class)
                .single();
    }

    private static Event event(String type, String recipient) {
        ObjectNode event = ContractEvents.event(type, recipient);
        return new Event(event.get("id").stringValue(), type, Instant.now(), "subject", event.get("data"));
    }

    private long pending() {
        return jdbc.sql("select count(*) from notification where status = 'PENDING'")
                .query(Long.class)
                .single();
    }

    private String status(long id) {
        return text(id, "status");
    }

    private String text(long id, String column) {
        return jdbc.sql("select " + column + " from notification where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
