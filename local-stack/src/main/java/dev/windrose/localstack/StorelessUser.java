package dev.windrose.localstack;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** A recipient whose mails the mail server itself need not keep, since {@link EmbeddedMailbox} does. */
record StorelessUser(String address) implements GreenMailUser {

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public void deliver(MovingMessage message) {
        // kept by the mailbox already
    }

    @Override
    public void deliver(MimeMessage message) {
        // kept by the mailbox already
    }

    @Override
    public void create() {
        // exists for the length of one delivery
    }

    @Override
    public void delete() {
        // exists for the length of one delivery
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        // nobody logs in
    }

    @Override
    public void authenticate(String password) {
        // nobody logs in
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }
}
