package dev.windrose.localstack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes every mail in over SMTP, without login, and shows them; nothing ever leaves. Keeps the newest 5,000. */
public final class EmbeddedMailbox implements AutoCloseable {

    private static final int KEPT = 5_000;

    private final int port;
    private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
    private @Nullable GreenMail running;
    private @Nullable MovingMessage last;
    private long received;

    private EmbeddedMailbox(int port) {
        this.port = port == 0 ? FreePorts.next() : port;
    }

    /** Starts on that port of the loopback interface; 0 for any free one. */
    public static EmbeddedMailbox start(int port) {
        EmbeddedMailbox mailbox = new EmbeddedMailbox(port);
        mailbox.start();
        return mailbox;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Starts it again after {@link #close()}, on the same port, with the mails it had. */
    public synchronized void start() {
        GreenMail server = new GreenMail(new ServerSetup(port, host(), ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(this::take);
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new LocalStackException(
                    "The mailbox could not be started on port " + port + ": " + e.getMessage(), e);
        }
        running = server;
    }

    /** All mails, newest first. */
    public synchronized List<ReceivedMail> messages() {
        return new ArrayList<>(newestFirst);
    }

    /** All mails to that address, newest first. */
    public List<ReceivedMail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.isTo(address)).toList();
    }

    public Optional<ReceivedMail> message(long id) {
        return messages().stream().filter(mail -> mail.id() == id).findFirst();
    }

    /** Forgets all mails. */
    public synchronized void clear() {
        newestFirst.clear();
    }

    /** Called by the server once a recipient, one mail after the other. */
    private synchronized GreenMailUser take(MovingMessage message, MailAddress recipient) throws MessagingException {
        if (message != last) {
            last = message;
            List<String> recipients =
                    message.getToAddresses().stream().map(MailAddress::getEmail).toList();
            MailAddress sender = message.getReturnPath();
            String from = sender == null ? "" : sender.getEmail();
            try {
                newestFirst.addFirst(
                        ReceivedMail.of(++received, Instant.now(), from, recipients, message.getMessage()));
            } catch (IOException e) {
                throw new MessagingException("The mail could not be read", e);
            }
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
        }
        return new StorelessUser(recipient.getEmail());
    }

    /** Stops taking mails in; those that came stay readable. */
    @Override
    public void close() {
        GreenMail server;
        synchronized (this) {
            server = running;
            running = null;
        }
        if (server != null) {
            server.stop();
        }
    }
}
