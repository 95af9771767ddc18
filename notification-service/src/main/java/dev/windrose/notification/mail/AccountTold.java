package dev.windrose.notification.mail;

import org.jspecify.annotations.Nullable;

/** The data of {@code account.created}. */
public record AccountTold(String userId, Recipient recipient) implements Told {
    public AccountTold {
        Told.required("userId", userId);
        Told.required("recipient", recipient);
    }

    @Override
    public @Nullable String reference() {
        return null;
    }
}
