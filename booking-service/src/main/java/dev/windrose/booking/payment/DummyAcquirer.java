package dev.windrose.booking.payment;

import dev.windrose.defaults.problem.ProblemException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands for a bank: decides by the test card's number and date alone, keeps nothing, moves no money. */
@Component
public class DummyAcquirer {
    private static final String PAYS = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final String INSUFFICIENT_FUNDS = "4000000000009995";
    private static final String EXPIRED = "4000000000000069";
    private static final String PROCESSING_ERROR = "4000000000000119";

    private final Clock clock;

    DummyAcquirer(Clock clock) {
        this.clock = clock;
    }

    /** Empty if the card pays, else why not: {@link CardDeclined} or {@link ProcessingError}. Throws {@link InvalidCard} for no test card. */
    public Optional<ProblemException> refusalOf(Card card) {
        if (card.hasNumber(EXPIRED) || (isKnown(card) && card.isPast(thisMonth()))) {
            return Optional.of(new CardDeclined("expired_card", "The card has expired."));
        }
        if (card.hasNumber(PAYS)) {
            return Optional.empty();
        }
        if (card.hasNumber(DECLINED)) {
            return Optional.of(new CardDeclined("card_declined", "The card was declined."));
        }
        if (card.hasNumber(INSUFFICIENT_FUNDS)) {
            return Optional.of(new CardDeclined("insufficient_funds", "The card has not enough funds."));
        }
        if (card.hasNumber(PROCESSING_ERROR)) {
            return Optional.of(new ProcessingError());
        }
        throw new InvalidCard();
    }

    private static boolean isKnown(Card card) {
        return card.hasNumber(PAYS)
                || card.hasNumber(DECLINED)
                || card.hasNumber(INSUFFICIENT_FUNDS)
                || card.hasNumber(PROCESSING_ERROR);
    }

    private YearMonth thisMonth() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC));
    }
}
