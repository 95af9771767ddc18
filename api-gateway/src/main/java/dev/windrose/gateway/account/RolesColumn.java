package dev.windrose.gateway.account;

import dev.windrose.defaults.security.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as a comma list in one column. */
@Converter
class RolesColumn implements AttributeConverter<Set<Role>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<Role> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
