package dev.windrose.defaults.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An ISO 4217 currency that has minor units (so not gold, nor the test code). */
public record CurrencyCode(@JsonValue String value) {
    private static final Set<String> NOT_MONEY = Set.of("XTS", "XXX");
    private static final Map<String, Integer> MINOR_DIGITS = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0 && !NOT_MONEY.contains(c.getCurrencyCode()))
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    @JsonCreator
    public CurrencyCode {
        if (!MINOR_DIGITS.containsKey(value)) {
            throw new IllegalArgumentException("must be an ISO 4217 currency code like USD");
        }
    }

    /** 2 for USD, 0 for JPY, 3 for BHD. */
    public int minorDigits() {
        return MINOR_DIGITS.getOrDefault(value, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
