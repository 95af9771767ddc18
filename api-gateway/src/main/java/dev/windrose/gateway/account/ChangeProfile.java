package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.CurrentUser;
import dev.windrose.defaults.security.Unauthenticated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what somebody may change of their own account: the name. */
@Service
public class ChangeProfile {
    private final Accounts accounts;

    ChangeProfile(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param fullName null leaves it as it is */
    @Transactional
    public AccountView change(CurrentUser user, @Nullable String fullName) {
        Account account = accounts.findById(user.id()).orElseThrow(Unauthenticated::invalidToken);
        if (fullName != null) {
            Faults faults = new Faults();
            String name = faults.text("fullName", fullName, SignUp.MAX_NAME);
            faults.throwIfAny();
            account.rename(String.valueOf(name));
        }
        return account.view();
    }
}
