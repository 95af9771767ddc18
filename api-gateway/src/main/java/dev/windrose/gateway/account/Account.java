package dev.windrose.gateway.account;

import dev.windrose.defaults.security.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** Somebody who may sign in. */
@Entity
class Account implements Persistable<String> {
    @Id
    private String id = "";

    private String email = "";

    @Column(name = "email_key")
    private String emailKey = "";

    @Column(name = "full_name")
    private String fullName = "";

    @Column(name = "password_hash")
    private String passwordHash = "";

    @Convert(converter = RolesColumn.class)
    private Set<Role> roles = Set.of();

    private boolean enabled;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @jakarta.persistence.Transient
    private boolean unsaved;

    protected Account() {}

    static Account open(EmailAddress email, String fullName, String passwordHash, Set<Role> roles, Instant now) {
        Account account = new Account();
        account.id = UUID.randomUUID().toString();
        account.email = email.value();
        account.emailKey = email.key();
        account.fullName = fullName;
        account.passwordHash = passwordHash;
        account.roles = EnumSet.copyOf(roles);
        account.enabled = true;
        account.createdAt = now;
        account.unsaved = true;
        return account;
    }

    void rename(String newName) {
        fullName = newName;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    void assign(Set<Role> newRoles) {
        roles = EnumSet.copyOf(newRoles);
    }

    boolean mayActAs(Role role) {
        return enabled && roles.contains(role);
    }

    boolean isEnabled() {
        return enabled;
    }

    String passwordHash() {
        return passwordHash;
    }

    AccountView view() {
        return new AccountView(id, email, fullName, roles.stream().sorted().toList());
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }
}
