package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.gateway.token.AccessTokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checks a password and hands out an access token. Outside any transaction: hashing takes longer than a connection may be kept. */
@Service
public class LogIn {
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final AccessTokens tokens;

    LogIn(Accounts accounts, PasswordHashing hashing, AccessTokens tokens) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.tokens = tokens;
    }

    /** A token; {@link InvalidCredentials}, alike in text and time whether the account exists or not; {@link AccountDisabled}. */
    public AccessTokens.Issued logIn(@Nullable String email, @Nullable String password) {
        Faults faults = new Faults();
        require("email", email, faults);
        require("password", password, faults);
        faults.throwIfAny();
        Account account = accounts.findByEmailKey(EmailAddress.keyOf(Objects.requireNonNull(email)))
                .orElse(null);
        String hash = account == null ? null : account.passwordHash();
        if (!hashing.matches(Objects.requireNonNull(password), hash) || account == null) {
            throw new InvalidCredentials();
        }
        if (!account.isEnabled()) {
            throw new AccountDisabled();
        }
        AccountView view = account.view();
        return tokens.issue(view.id(), view.email(), view.fullName(), view.roles());
    }

    private static void require(String field, @Nullable String text, Faults faults) {
        if (text == null || text.isEmpty()) {
            faults.add(field, "required", "is required");
        }
    }
}
