package dev.windrose.booking.booking;

import dev.windrose.defaults.security.CurrentUser;

/** Whose booking it is, as the access token said when it was made. */
public record Customer(String id, String email, String name) {
    public static Customer of(CurrentUser user) {
        return new Customer(user.id(), user.email(), user.name());
    }
}
