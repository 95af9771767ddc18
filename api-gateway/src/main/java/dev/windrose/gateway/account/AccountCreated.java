package dev.windrose.gateway.account;

/** The event {@code account.created}: all that a welcome mail needs. */
record AccountCreated(String userId, Recipient recipient) {
    static AccountCreated of(AccountView account) {
        return new AccountCreated(account.id(), new Recipient(account.email(), account.fullName()));
    }

    record Recipient(String email, String name) {}
}
