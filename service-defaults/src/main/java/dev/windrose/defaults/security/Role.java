package dev.windrose.defaults.security;

/** What somebody may do. Every account is a CUSTOMER; ADMIN may do all that AIRLINE_STAFF may. */
public enum Role {
    CUSTOMER,
    AIRLINE_STAFF,
    ADMIN
}
