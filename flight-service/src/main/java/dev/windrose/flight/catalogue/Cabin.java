package dev.windrose.flight.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A class of service, in the order in which people walk through the airplane. */
public enum Cabin {
    FIRST,
    BUSINESS,
    PREMIUM_ECONOMY,
    ECONOMY;

    private static final Map<String, Cabin> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    /** @throws IllegalArgumentException naming the cabins there are */
    public static Cabin of(String name) {
        Cabin cabin = BY_NAME.get(name);
        if (cabin == null) {
            throw new IllegalArgumentException("must be one of ECONOMY, PREMIUM_ECONOMY, BUSINESS, FIRST");
        }
        return cabin;
    }
}
