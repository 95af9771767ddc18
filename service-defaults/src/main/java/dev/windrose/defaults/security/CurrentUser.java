package dev.windrose.defaults.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The signed-in person, as the access token says. Ask for it as a controller's parameter. */
public record CurrentUser(String id, String email, String name, Set<Role> roles) {
    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /** Who is signed in in this thread; empty in jobs and where a service or nobody calls. */
    public static Optional<CurrentUser> signedIn() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }
}
