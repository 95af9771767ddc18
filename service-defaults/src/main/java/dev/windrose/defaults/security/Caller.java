package dev.windrose.defaults.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A verified caller: a person ({@link CurrentUser}) or a service (its name). */
final class Caller extends AbstractAuthenticationToken {
    static final String SERVICE = "SERVICE";

    private final transient Object principal;

    private Caller(Object principal, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.principal = principal;
        setAuthenticated(true);
    }

    static Caller person(CurrentUser user) {
        return new Caller(
                user,
                user.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
    }

    static Caller service(String name) {
        return new Caller(name, List.of(new SimpleGrantedAuthority("ROLE_" + SERVICE)));
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }
}
