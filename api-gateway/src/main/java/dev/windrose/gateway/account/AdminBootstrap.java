package dev.windrose.gateway.account;

import dev.windrose.defaults.problem.Faults;
import dev.windrose.defaults.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Makes the first ADMIN from {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD} before the door opens. An account that is there already is left
 * as it is: whoever signed up first with that address must not become ADMIN by a restart.
 */
@Component
class AdminBootstrap implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(AdminBootstrap.class);
    private static final String LOCAL_EMAIL = "admin@example.com";
    private static final String LOCAL_PASSWORD = "local-admin-password";

    private final Environment environment;
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Clock clock;

    AdminBootstrap(Environment environment, Accounts accounts, PasswordHashing hashing, Clock clock) {
        this.environment = environment;
        this.accounts = accounts;
        this.hashing = hashing;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        String email = setting("ADMIN_EMAIL", local ? LOCAL_EMAIL : "");
        String password = setting("ADMIN_PASSWORD", local ? LOCAL_PASSWORD : "");
        if (email.isEmpty() && password.isEmpty()) {
            return;
        }
        ensure(address(email), checked(password));
        if (local && password.equals(LOCAL_PASSWORD)) {
            log.warn("local profile: the admin is {} with the well-known password {}", email, LOCAL_PASSWORD);
        }
    }

    private void ensure(EmailAddress email, String password) {
        Account there = accounts.findByEmailKey(email.key()).orElse(null);
        if (there == null) {
            there = open(email, password);
        }
        if (!there.mayActAs(Role.ADMIN)) {
            log.warn("ADMIN_EMAIL names an account that is no ADMIN; it is left as it is");
        }
    }

    private Account open(EmailAddress email, String password) {
        Account admin = Account.open(
                email,
                "Administrator",
                hashing.hash(password),
                Set.of(Role.CUSTOMER, Role.ADMIN),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            return accounts.saveAndFlush(admin);
        } catch (DataIntegrityViolationException e) {
            return accounts.findByEmailKey(email.key()).orElseThrow(() -> e);
        }
    }

    private String setting(String variable, String fallback) {
        String value = environment.getProperty(variable);
        return StringUtils.hasText(value) ? value : fallback;
    }

    private static EmailAddress address(String text) {
        try {
            return new EmailAddress(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ADMIN_EMAIL " + e.getMessage(), e);
        }
    }

    private static String checked(String password) {
        Faults faults = new Faults();
        PasswordRules.check("ADMIN_PASSWORD", password, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "ADMIN_PASSWORD " + faults.all().get(0).message());
        }
        return password;
    }
}
