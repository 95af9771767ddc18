package dev.windrose.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a mail to the SMTP server: multipart/alternative in UTF-8, under the timeouts of {@code spring.mail}. */
@Component
public class SmtpMailer {
    private static final String BRAND = "Windrose";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSender smtp;
    private final MailSettings settings;

    SmtpMailer(JavaMailSender smtp, MailSettings settings) {
        this.smtp = smtp;
        this.settings = settings;
    }

    /** Returns when the server has taken it; {@link MailNotSent} otherwise. Never call it inside a transaction. */
    public void send(Envelope envelope, Mail mail, List<Attachment> attachments) {
        MimeMessage message;
        try {
            message = compose(envelope, mail, attachments);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw MailNotSent.forGood(e);
        }
        try {
            smtp.send(message);
        } catch (MailException e) {
            throw SmtpReplies.refusedForGood(e) ? MailNotSent.forGood(e) : MailNotSent.forNow(e);
        }
    }

    private MimeMessage compose(Envelope envelope, Mail mail, List<Attachment> attachments)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = smtp.createMimeMessage();
        MimeMessageHelper helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, UTF_8);
        InternetAddress from = settings.sender();
        helper.setFrom(from.getAddress(), from.getPersonal() == null ? BRAND : from.getPersonal());
        helper.setTo(recipient(envelope.to()));
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        for (Attachment attachment : attachments) {
            helper.addAttachment(attachment.name(), new ByteArrayResource(attachment.content()), attachment.type());
        }
        message.setHeader("Message-ID", messageId(envelope, from));
        message.setHeader("Content-Language", "en");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Windrose-Type", envelope.type().name());
        if (envelope.reference() != null) {
            message.setHeader("X-Windrose-Booking", PlainText.oneLine(envelope.reference()));
        }
        return message;
    }

    private static InternetAddress recipient(Recipient to) throws MessagingException, UnsupportedEncodingException {
        InternetAddress address = new InternetAddress(to.email(), true);
        if (!to.name().isEmpty()) {
            address.setPersonal(to.name(), UTF_8);
        }
        return address;
    }

    private static String messageId(Envelope envelope, InternetAddress from) {
        String address = from.getAddress();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return "<" + envelope.eventId() + "." + envelope.type().name() + "@" + domain + ">";
    }
}
