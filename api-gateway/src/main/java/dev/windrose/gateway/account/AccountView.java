package dev.windrose.gateway.account;

import dev.windrose.defaults.security.Role;
import java.util.List;

/** What is told of an account: {@code {id,email,fullName,roles}}. */
public record AccountView(String id, String email, String fullName, List<Role> roles) {}
