package dev.windrose.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a card, and what of it shows. */
class CardTest {
    private static final YearMonth JUNE = YearMonth.of(2030, 6);

    @ParameterizedTest
    @CsvSource({
        "4242424242424242,VISA",
        "4242 4242 4242 4242,VISA",
        "5555555555554444,MASTERCARD",
        "2223003122003222,MASTERCARD",
        "378282246310005,AMEX",
        "6011111111111117,UNKNOWN"
    })
    void brandsByPrefix(String number, CardBrand brand) {
        assertThat(card(number).brand()).isEqualTo(brand);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424241", "42424242", "4242x42424242424", "", "42424242424242424242"})
    void whatIsNoCardsNumber(String number) {
        assertThatThrownBy(() -> card(number)).isInstanceOf(InvalidCard.class);
    }

    @Test
    void isGoodToTheEndOfItsMonth() {
        assertThat(card("4242424242424242").isPast(JUNE)).isFalse();
        assertThat(card("4242424242424242").isPast(JUNE.plusMonths(1))).isTrue();
    }

    @Test
    void printsNoMoreThanIsKept() {
        assertThat(card("4242424242424242").toString())
                .isEqualTo("visa ····4242")
                .doesNotContain("424242", "987");
    }

    private static Card card(String number) {
        return new Card(number, JUNE, "987", "Ada Lovelace");
    }
}
