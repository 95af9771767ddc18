package dev.windrose.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EmbeddedMailboxTest {

    @Test
    void showsTextHtmlHeadersAndAttachmentsOfAMailOnceForAllItsRecipients() throws Exception {
        try (EmbeddedMailbox mailbox = EmbeddedMailbox.start(0)) {
            send(mailbox, "Ünïcode subject", "ada@example.com", "grace@example.com");
            send(mailbox, "second", "grace@example.com");

            assertThat(mailbox.messages()).extracting(ReceivedMail::subject).containsExactly("second", "Ünïcode subject");
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
            send(mailbox, "before", "ada@example.com");
            mailbox.close();
            assertThatThrownBy(() -> send(mailbox, "lost", "ada@example.com")).isInstanceOf(MessagingException.class);
            mailbox.start();
            send(mailbox, "after", "ada@example.com");
            assertThat(mailbox.messages()).extracting(ReceivedMail::subject).containsExactly("after", "before");
        }
    }

    static void send(EmbeddedMailbox mailbox, String subject, String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", mailbox.host());
        properties.put("mail.smtp.port", String.valueOf(mailbox.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("no-reply@windrose.example");
        for (String recipient : recipients) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Windrose-Type", "WELCOME");
        MimeMultipart bodies = new MimeMultipart("alternative", part("plain ✈", "text/plain"), part("<p>html ✈</p>", "text/html"));
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(bodies);
        MimeBodyPart calendar = part("BEGIN:VCALENDAR", "text/calendar");
        calendar.setFileName("itinerary.ics");
        message.setContent(new MimeMultipart("mixed", body, calendar));
        Transport.send(message);
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type + "; charset=UTF-8");
        return part;
    }
}
