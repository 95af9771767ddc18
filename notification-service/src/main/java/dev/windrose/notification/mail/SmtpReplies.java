package dev.windrose.notification.mail;

import jakarta.mail.MessagingException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Finds in what was thrown whether a server refused the mail for good (RFC 5321, 4.2.1: 5xx). */
final class SmtpReplies {
    private SmtpReplies() {}

    static boolean refusedForGood(Throwable thrown) {
        return refusedForGood(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean refusedForGood(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return false;
        }
        return code(thrown) >= 500 || causes(thrown).anyMatch(cause -> refusedForGood(cause, seen));
    }

    private static Stream<@Nullable Throwable> causes(Throwable thrown) {
        Stream<@Nullable Throwable> causes = Stream.of(thrown.getCause());
        if (thrown instanceof MessagingException messaging) {
            causes = Stream.concat(causes, Stream.of(messaging.getNextException()));
        }
        if (thrown instanceof MailSendException several) {
            causes = Stream.concat(causes, Stream.of(several.getMessageExceptions()));
        }
        return causes;
    }

    private static int code(Throwable thrown) {
        if (thrown instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (thrown instanceof SMTPSenderFailedException refused) {
            return refused.getReturnCode();
        }
        return thrown instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }
}
