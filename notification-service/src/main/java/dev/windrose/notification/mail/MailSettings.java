package dev.windrose.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails leave.
 *
 * @param from {@code MAIL_FROM}, an address, with or without a name
 * @param senders how many mails are sent at once by one replica
 */
@ConfigurationProperties("windrose.mail")
public record MailSettings(String from, int senders) {
    public MailSettings {
        parse(from);
        if (senders < 1 || senders > 32) {
            throw new IllegalArgumentException("windrose.mail.senders must be from 1 to 32");
        }
    }

    InternetAddress sender() {
        return parse(from);
    }

    private static InternetAddress parse(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("MAIL_FROM is not a mail address: " + from, e);
        }
    }
}
