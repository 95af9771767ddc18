package dev.windrose.flight.audit;

import org.jspecify.annotations.Nullable;

/**
 * One change. {@code before} and {@code after} are anything that Jackson makes JSON of.
 *
 * @param action what was done, as {@code <kind>.<past participle>}: {@code city.created}, {@code flight.delayed}
 * @param before null if it wasn't there
 * @param after null if it is gone
 */
public record AuditedChange(
        String action,
        Subject subject,
        @Nullable Object before,
        @Nullable Object after) {}
