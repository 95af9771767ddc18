package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.defaults.security.Unauthenticated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an account a new password, to whoever knows the old one. */
@Service
public class ChangePassword {
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final TransactionTemplate transaction;

    ChangePassword(Accounts accounts, PasswordHashing hashing, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.transaction = transaction;
    }

    /** 400 with {@code currentPassword}/{@code wrong_password} if it isn't the current one. Hashes outside the transaction. */
    public void change(CurrentUser user, @Nullable String current, @Nullable String wanted) {
        Faults faults = new Faults();
        if (current == null || current.isEmpty()) {
            faults.add("currentPassword", "required", "is required");
        }
        PasswordRules.check("newPassword", wanted, faults);
        faults.throwIfAny();
        String oldHash = find(user).passwordHash();
        if (!hashing.matches(Objects.requireNonNull(current), oldHash)) {
            faults.add("currentPassword", "wrong_password", "is not the current password");
        }
        faults.throwIfAny();
        String newHash = hashing.hash(Objects.requireNonNull(wanted));
        transaction.executeWithoutResult(status -> find(user).changePassword(newHash));
    }

    private Account find(CurrentUser user) {
        return accounts.findById(user.id()).orElseThrow(Unauthenticated::invalidToken);
    }
}
