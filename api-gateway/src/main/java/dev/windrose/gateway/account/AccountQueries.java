package dev.windrose.gateway.account;

import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.defaults.security.Unauthenticated;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Reads accounts. */
@Service
public class AccountQueries {
    private static final String LIST = "users";

    private final Accounts accounts;
    private final Cursors cursors;

    AccountQueries(Accounts accounts, Cursors cursors) {
        this.accounts = accounts;
        this.cursors = cursors;
    }

    /** The caller's own account; a token whose account is gone is worth nothing. */
    public AccountView own(CurrentUser user) {
        return accounts.findById(user.id()).map(Account::view).orElseThrow(Unauthenticated::invalidToken);
    }

    /** The account with that address, in a list of at most one. */
    public Page<AccountView> withEmail(String email) {
        return new Page<>(
                accounts.findByEmailKey(EmailAddress.keyOf(email)).map(Account::view).stream()
                        .toList(),
                null);
    }

    /** All accounts, in the order of their ids. */
    public Page<AccountView> all(int limit, @Nullable String cursor) {
        String after = cursors.decode(LIST, cursor);
        List<AccountView> found =
                accounts.findByIdGreaterThanOrderById(after == null ? "" : after, Limit.of(limit + 1)).stream()
                        .map(Account::view)
                        .toList();
        return Page.of(found, limit, last -> cursors.encode(LIST, last.id()));
    }
}
