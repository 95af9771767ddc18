package dev.windrose.booking.booking;

import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What cancelling these places gives back. @param until the last instant at which it does; null if waiting changes nothing */
record RefundQuote(
        List<Line> lines, CurrencyCode currency, @Nullable Instant until) {
    RefundQuote {
        lines = List.copyOf(lines);
    }

    /** One place, its flight and its terms. */
    record Line(PassengerFlight place, Segment segment, RefundTerms terms) {
        private boolean isPaid() {
            return terms.reason() != RefundReason.NOT_PAID;
        }

        /** What was paid for it, in minor units. */
        long paidMinor() {
            return isPaid() ? place.priceMinor() : 0;
        }

        long refundMinor() {
            return terms.of(paidMinor());
        }

        private String words() {
            return segment.flightNumber() + ": " + terms.percent() + " % of the price"
                    + switch (terms.reason()) {
                        case FLIGHT_CANCELLED -> ", cancelled by the airline";
                        case FLIGHT_DELAYED -> ", delayed by more than 3 hours";
                        case FLIGHT_DEPARTED -> ", departed";
                        case TIME_LEFT, NOT_PAID -> "";
                    };
        }
    }

    Money refund() {
        return sum(lines.stream().mapToLong(Line::refundMinor).sum());
    }

    Money paid() {
        return sum(lines.stream().mapToLong(Line::paidMinor).sum());
    }

    Money fee() {
        return sum(paid().minor() - refund().minor());
    }

    boolean isPaid() {
        return lines.stream().anyMatch(Line::isPaid);
    }

    String words() {
        return isPaid()
                ? lines.stream().map(Line::words).distinct().collect(Collectors.joining("; "))
                : "Not paid yet, nothing to give back.";
    }

    Money sum(long minor) {
        return new Money(minor, currency);
    }
}
