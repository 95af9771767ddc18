package dev.windrose.gateway.account;

import dev.windrose.defaults.outbox.Outbox;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account exactly the roles named. They count from its next access token on; the same ones again change nothing. */
@Service
public class AssignRoles {
    private final Accounts accounts;
    private final Outbox outbox;

    AssignRoles(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** {@link AccountNotFound}, or 400 if there is no role or an unknown one. */
    @Transactional
    public AccountView assign(String accountId, @Nullable List<@Nullable String> names) {
        Account account = accounts.findById(accountId).orElseThrow(AccountNotFound::new);
        AccountView before = account.view();
        account.assign(parse(names));
        AccountView after = account.view();
        if (!after.equals(before)) {
            outbox.record("account.changed", after.id(), AccountChanged.roles(before, after));
        }
        return after;
    }

    private static Set<Role> parse(@Nullable List<@Nullable String> names) {
        Faults faults = new Faults();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = 0; names != null && i < names.size(); i++) {
            Role role = faults.required("roles[" + i + "]", names.get(i), AssignRoles::role);
            if (role != null) {
                roles.add(role);
            }
        }
        if (names == null || names.isEmpty()) {
            faults.add("roles", "required", "must name at least one role");
        }
        faults.throwIfAny();
        return roles;
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be one of CUSTOMER, AIRLINE_STAFF, ADMIN", e);
        }
    }
}
