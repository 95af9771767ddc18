package dev.windrose.defaults.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount of minor units of a currency. As JSON {@code {"amount":"129.50","currency":"USD"}}, with exactly the currency's digits. */
public record Money(long minor, CurrencyCode currency) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");

    /**
     * @param amount decimal text with exactly the currency's minor digits: {@code 129.50} USD, {@code 12900} JPY
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Money of(@Nullable String amount, CurrencyCode currency) {
        if (amount == null || !DECIMAL.matcher(amount).matches()) {
            throw new IllegalArgumentException("must be a decimal number like 129.50");
        }
        BigDecimal decimal = new BigDecimal(amount);
        if (decimal.scale() != currency.minorDigits()) {
            throw new IllegalArgumentException(
                    "must have exactly " + currency.minorDigits() + " digits after the point in " + currency);
        }
        return new Money(decimal.unscaledValue().longValueExact(), currency);
    }

    public static Money of(String amount, String currency) {
        return of(amount, new CurrencyCode(currency));
    }

    public static Money ofMinor(long minor, String currency) {
        return new Money(minor, new CurrencyCode(currency));
    }

    @JsonCreator
    static Money fromJson(
            @JsonProperty("amount") @Nullable String amount, @JsonProperty("currency") @Nullable String currency) {
        if (currency == null) {
            throw new IllegalArgumentException("must have a currency");
        }
        return of(amount, new CurrencyCode(currency));
    }

    /** Decimal text with exactly the currency's minor digits. */
    @JsonProperty("amount")
    public String amount() {
        return BigDecimal.valueOf(minor, currency.minorDigits()).toPlainString();
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    @Override
    public long minor() {
        return minor;
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("can't add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    @Override
    public String toString() {
        return amount() + " " + currency;
    }
}
