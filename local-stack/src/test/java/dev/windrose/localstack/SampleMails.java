package dev.windrose.localstack;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Mails as the services send them: text, HTML, an attachment. */
public final class SampleMails {

    private SampleMails() {}

    public static void send(EmbeddedMailbox mailbox, String subject, String... recipients) throws MessagingException {
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
        MimeMultipart bodies =
                new MimeMultipart("alternative", part("plain ✈", "text/plain"), part("<p>html ✈</p>", "text/html"));
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
