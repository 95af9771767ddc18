package dev.windrose.localstack;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came in over SMTP.
 *
 * @param id counts up from 1 within a mailbox
 * @param recipients of the envelope
 * @param text the plain part, if there is one
 * @param html the HTML part, if there is one
 */
public record ReceivedMail(
        long id,
        Instant receivedAt,
        String from,
        List<String> recipients,
        String subject,
        List<Field> headers,
        @Nullable String text,
        @Nullable String html,
        List<Attachment> attachments) {

    /** A header line, decoded and unfolded by nobody: as it was sent. */
    public record Field(String name, String value) {}

    /** A part that is neither the text nor the HTML of the mail. */
    public record Attachment(String name, String contentType, byte[] content) {}

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** Whether it was sent to that address, in any case. */
    public boolean isTo(String address) {
        return recipients.stream().anyMatch(address::equalsIgnoreCase);
    }

    static ReceivedMail of(long id, Instant receivedAt, String from, List<String> recipients, MimeMessage message)
            throws MessagingException, IOException {
        Parts parts = new Parts();
        parts.collect(message);
        List<Field> headers = Collections.list(message.getAllHeaders()).stream()
                .map(header -> new Field(header.getName(), header.getValue()))
                .toList();
        String subject = message.getSubject();
        return new ReceivedMail(
                id,
                receivedAt,
                from,
                List.copyOf(recipients),
                subject == null ? "" : subject,
                headers,
                parts.text,
                parts.html,
                List.copyOf(parts.attachments));
    }

    /** Walks the parts of a mail in their order. */
    private static final class Parts {

        private @Nullable String text;
        private @Nullable String html;
        private final List<Attachment> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart child = multipart.getBodyPart(i);
                    collect(child);
                }
            } else if (isBody(part, "text/plain") && text == null) {
                text = String.valueOf(part.getContent());
            } else if (isBody(part, "text/html") && html == null) {
                html = String.valueOf(part.getContent());
            } else {
                attachments.add(attachment(part));
            }
        }

        private static boolean isBody(Part part, String type) throws MessagingException {
            return part.isMimeType(type) && part.getFileName() == null;
        }

        private static Attachment attachment(Part part) throws MessagingException, IOException {
            String name = part.getFileName();
            try (InputStream in = part.getInputStream()) {
                return new Attachment(
                        name == null ? "part" : name, part.getContentType().replaceAll("\\s+", " "), in.readAllBytes());
            }
        }
    }
}
