package dev.windrose.gateway.account;

import dev.windrose.defaults.outbox.Outbox;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens an account. Of several sign-ups with one address at once the database's unique key lets one through. */
@Service
public class SignUp {
    static final int MAX_NAME = 120;

    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUp(Accounts accounts, PasswordHashing hashing, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The new account; every fault of the input at once, or {@link EmailTaken}. */
    public AccountView signUp(@Nullable String email, @Nullable String password, @Nullable String fullName) {
        Faults faults = new Faults();
        EmailAddress address = faults.required("email", email, EmailAddress::new);
        PasswordRules.check("password", password, faults);
        String name = faults.text("fullName", fullName, MAX_NAME);
        faults.throwIfAny();
        return open(Objects.requireNonNull(address), Objects.requireNonNull(password), Objects.requireNonNull(name));
    }

    private AccountView open(EmailAddress email, String password, String name) {
        String hash = hashing.hash(password);
        Account account = Account.open(
                email, name, hash, Set.of(Role.CUSTOMER), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            transaction.executeWithoutResult(status -> store(account));
        } catch (DataIntegrityViolationException e) {
            throw new EmailTaken();
        }
        return account.view();
    }

    private void store(Account account) {
        AccountView stored = accounts.saveAndFlush(account).view();
        outbox.record("account.created", stored.id(), AccountCreated.of(stored));
    }
}
