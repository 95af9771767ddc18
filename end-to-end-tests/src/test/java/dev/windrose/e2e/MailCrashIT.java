package dev.windrose.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.localstack.ReceivedMail;
import dev.windrose.localstack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** notification-service killed with -9 in the one instant in which a mail is out and not yet marked as sent. */
class MailCrashIT {
    private final TestSystem system = TestSystem.get();

    @Test
    void noMailIsLostAndAtMostThatOneComesTwiceUnderOneMessageId() {
        Victim victim = new Victim(system, Service.NOTIFICATION, Map.of());
        List<TestSystem.Traveller> told = new ArrayList<>();
        victim.dieAt("notification.sent-before-marked");

        await().atMost(Duration.ofMinutes(2)).pollDelay(Duration.ZERO).until(() -> {
            told.add(system.traveller());
            return victim.died();
        });
        victim.awaitAlive();
        await().atMost(60, SECONDS).until(() -> told.stream().noneMatch(t -> mails(t).isEmpty()));
        await().atMost(60, SECONDS)
                .until(() -> told.stream().filter(this::isMarkedAsSent).count() == told.size() - 1);
        system.endMailLeases();

        await().atMost(60, SECONDS)
                .until(() -> told.stream().mapToInt(t -> mails(t).size()).sum() > told.size());
        await().atMost(60, SECONDS).until(() -> told.stream().allMatch(this::isMarkedAsSent));
        assertThat(told.stream().mapToInt(t -> mails(t).size()).sum()).isEqualTo(told.size() + 1);
        assertThat(told)
                .allSatisfy(traveller -> assertThat(mails(traveller).stream()
                                .map(mail -> mail.header("Message-ID"))
                                .distinct())
                        .hasSize(1));
        victim.stop();
    }

    private List<ReceivedMail> mails(TestSystem.Traveller traveller) {
        return system.mailbox().messagesTo(traveller.email());
    }

    private boolean isMarkedAsSent(TestSystem.Traveller traveller) {
        return traveller
                .api()
                .get("/notifications")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("status").asString().equals("SENT"));
    }
}
