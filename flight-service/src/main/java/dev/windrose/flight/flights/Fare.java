package dev.windrose.flight.flights;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.defaults.problem.Faults;
import dev.windrose.flight.catalogue.Cabin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one seat of a cabin costs: zero or more, below a thousand million of the currency's units. */
public record Fare(Cabin cabin, Money price) {
    private static final int MAX_WHOLE_DIGITS = 9;

    /** The fare these texts describe, or null with every fault noted under {@code path}. */
    public static @Nullable Fare of(
            Faults faults, String path, @Nullable String cabin, @Nullable String amount, @Nullable String currency) {
        Cabin sold = faults.required(path + ".cabin", cabin, Cabin::of);
        Money price = price(faults, path + ".price", amount, currency);
        return sold == null || price == null ? null : new Fare(sold, price);
    }

    /** The price these texts describe, or null with every fault noted. */
    public static @Nullable Money price(
            Faults faults, String path, @Nullable String amount, @Nullable String currency) {
        CurrencyCode code = faults.required(path + ".currency", currency, CurrencyCode::new);
        return faults.required(path + ".amount", amount, text -> code == null ? null : checked(Money.of(text, code)));
    }

    /** {@code ECONOMY:129.50:USD|FIRST:480.00:USD}. @throws IllegalArgumentException saying what is wrong with it */
    public static List<Fare> parse(String text) {
        List<Fare> fares = new ArrayList<>();
        for (String one : text.split("\\|", Cabin.values().length + 2)) {
            String[] parts = one.split(":", 4);
            if (parts.length != 3) {
                throw new IllegalArgumentException("must look like ECONOMY:129.50:USD|FIRST:480.00:USD");
            }
            fares.add(new Fare(Cabin.of(parts[0]), checked(Money.of(parts[1], new CurrencyCode(parts[2])))));
        }
        return fares;
    }

    /** The same as a text that {@link #parse} reads. */
    public static String text(List<Fare> fares) {
        return fares.stream()
                .map(fare -> fare.cabin + ":" + fare.price.amount() + ":" + fare.price.currency())
                .collect(Collectors.joining("|"));
    }

    /** Notes what is wrong with fares together: none, a cabin twice, two currencies. */
    static void checkTogether(Faults faults, List<Fare> fares) {
        Set<Cabin> cabins = EnumSet.noneOf(Cabin.class);
        if (!fares.stream().map(Fare::cabin).allMatch(cabins::add)) {
            faults.add("fares", "duplicate", "must not have a cabin twice");
        }
        if (fares.stream().map(fare -> fare.price.currency()).distinct().count() > 1) {
            faults.add("fares", "mixed_currencies", "must all be in one currency");
        }
    }

    private static Money checked(Money price) {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
        if (price.amount().split("\\.")[0].length() > MAX_WHOLE_DIGITS) {
            throw new IllegalArgumentException("must have at most " + MAX_WHOLE_DIGITS + " digits before the point");
        }
        return price;
    }
}
