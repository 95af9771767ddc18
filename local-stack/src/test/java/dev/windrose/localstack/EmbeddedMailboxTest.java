package dev.windrose.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;

class EmbeddedMailboxTest {

    @Test
    void showsTextHtmlHeadersAndAttachmentsOfAMailOnceForAllItsRecipients() throws Exception {
        try (EmbeddedMailbox mailbox = EmbeddedMailbox.start(0)) {
            SampleMails.send(mailbox, "Ünïcode subject", "ada@example.com", "grace@example.com");
            SampleMails.send(mailbox, "second", "grace@example.com");

            assertThat(mailbox.messages())
                    .extracting(ReceivedMail::subject)
                    .containsExactly("second", "Ünïcode subject");
            ReceivedMail mail = mailbox.messagesTo("ADA@example.com").get(0);
            assertThat(mail.recipients()).containsExactlyInAnyOrder("ada@example.com", "grace@example.com");
            assertThat(mail.from()).isEqualTo("no-reply@windrose.example");
            assertThat(mail.text()).isEqualTo("plain ✈");
            assertThat(mail.html()).isEqualTo("<p>html ✈</p>");
            assertThat(mail.header("x-windrose-type")).contains("WELCOME");
            assertThat(mail.attachments()).singleElement().satisfies(attachment -> {
                assertThat(attachment.name()).isEqualTo("itinerary.ics");
                assertThat(attachment.contentType()).startsWith("text/calendar");
                assertThat(new String(attachment.content(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("BEGIN:VCALENDAR");
            });
        }
    }

    @Test
    void isStoppedAndStartedAgainOnTheSamePortWithItsMails() throws Exception {
        try (EmbeddedMailbox mailbox = EmbeddedMailbox.start(0)) {
            SampleMails.send(mailbox, "before", "ada@example.com");
            mailbox.close();
            assertThatThrownBy(() -> SampleMails.send(mailbox, "lost", "ada@example.com"))
                    .isInstanceOf(MessagingException.class);
            mailbox.start();
            SampleMails.send(mailbox, "after", "ada@example.com");
            assertThat(mailbox.messages()).extracting(ReceivedMail::subject).containsExactly("after", "before");
        }
    }
}
