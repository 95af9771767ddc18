package dev.windrose.defaults.security;

import java.util.Set;

/** The signed-in person, as the access token says. Ask for it as a controller's parameter. */
public record CurrentUser(String id, String email, String name, Set<Role> roles) {
    public CurrentUser {
        roles = Set.copyOf(roles);
    }
}
