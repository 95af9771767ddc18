package dev.windrose.notification.mail;

import org.jspecify.annotations.Nullable;

/** Whom a mail goes to. A name may be missing; of an address no more is asked here than that there is one. */
public record Recipient(String email, String name) {
    public Recipient(@Nullable String email, @Nullable String name) {
        this.email = Told.required("recipient.email", email).strip();
        this.name = name == null ? "" : PlainText.oneLine(name);
    }
}
