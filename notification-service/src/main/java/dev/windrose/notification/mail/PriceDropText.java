package dev.windrose.notification.mail;

import dev.windrose.defaults.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A drop in the words its mail uses.
 *
 * @param title {@code Seattle to Anchorage}
 * @param what {@code Economy, any flight} or {@code Economy, flight AS65}
 * @param price {@code USD 119.00}
 * @param previous the same, empty if nothing was on sale before
 * @param saving how much less it is, empty without a previous price
 * @param target empty if none was set
 */
public record PriceDropText(
        String title,
        String longDay,
        String shortDay,
        String what,
        String from,
        String to,
        String price,
        String previous,
        String saving,
        String target) {

    static PriceDropText of(PriceDropTold drop) {
        Money previous = drop.previousPrice();
        return new PriceDropText(
                drop.origin().city() + " to " + drop.destination().city(),
                LocalTimes.longDay(drop.date()),
                LocalTimes.shortDay(drop.date()),
                TripText.words(drop.cabin()) + ", "
                        + (drop.flightNumber() == null ? "any flight" : "flight " + drop.flightNumber()),
                place(drop.origin()),
                place(drop.destination()),
                TripText.money(drop.price()),
                money(previous),
                previous == null
                        ? ""
                        : TripText.money(new Money(
                                previous.minor() - drop.price().minor(),
                                drop.price().currency())),
                money(drop.targetPrice()));
    }

    private static String place(PriceDropTold.Place place) {
        return place.name().equals(place.city())
                ? place.city() + " (" + place.code() + ")"
                : place.city() + " (" + place.code() + "), " + place.name();
    }

    private static String money(@Nullable Money money) {
        return money == null ? "" : TripText.money(money);
    }
}
