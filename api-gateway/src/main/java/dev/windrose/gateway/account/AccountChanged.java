package dev.windrose.gateway.account;

import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.defaults.security.Role;
import dev.windrose.defaults.tracing.RequestIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The event {@code account.changed}: what was changed, and by whom. @param changedBy null if nobody was signed in */
record AccountChanged(
        String userId,
        String email,
        String change,
        Roles before,
        Roles after,
        @Nullable Person changedBy,
        String requestId) {
    static AccountChanged roles(AccountView before, AccountView after) {
        return new AccountChanged(
                after.id(),
                after.email(),
                "roles-changed",
                new Roles(before.roles()),
                new Roles(after.roles()),
                CurrentUser.signedIn()
                        .map(user -> new Person(user.id(), user.email()))
                        .orElse(null),
                RequestIds.current());
    }

    record Roles(List<Role> roles) {}

    record Person(String id, String email) {}
}
