package dev.windrose.booking.booking;

import dev.windrose.booking.itinerary.Itinerary;
import dev.windrose.defaults.paging.Cursors;
import dev.windrose.defaults.paging.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers read of their bookings. */
@Service
public class BookingQueries {
    private final BookingRepository bookings;
    private final BookingList list;
    private final MoneyMoved money;
    private final Cursors cursors;
    private final Clock clock;

    BookingQueries(
            BookingRepository bookings,
            BookingList list,
            MoneyMoved money,
            Cursors cursors,
            @Qualifier("databaseClock") Clock clock) {
        this.bookings = bookings;
        this.list = list;
        this.money = money;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Whose bookings, and which. @param statuses none stands for all */
    public record Filter(String userId, BookingPeriod period, Set<BookingStatus> statuses) {
        public Filter {
            statuses = Set.copyOf(statuses);
        }

        private String name() {
            return "bookings " + userId + " " + period + " " + new TreeSet<>(statuses);
        }
    }

    /** @throws BookingNotFound if there is none, or it is somebody else's */
    @Transactional(readOnly = true)
    public BookingView get(String userId, String reference) {
        return money.viewOf(List.of(own(userId, reference)), clock.instant()).get(0);
    }

    /** The same for a calendar. @throws BookingNotFound as above */
    @Transactional(readOnly = true)
    public Itinerary itinerary(String userId, String reference) {
        return ItineraryOf.booking(own(userId, reference), clock.instant());
    }

    /** Whosever it is: for the mail it goes with. @param booking its id or its reference. @throws BookingNotFound as above */
    @Transactional(readOnly = true)
    public Itinerary itineraryForMail(String booking) {
        return ItineraryOf.booking(
                (BookingReference.isWellFormed(booking)
                                ? bookings.findByReference(booking)
                                : bookings.findById(booking))
                        .orElseThrow(BookingNotFound::new),
                clock.instant());
    }

    private Booking own(String userId, String reference) {
        if (!BookingReference.isWellFormed(reference)) {
            throw new BookingNotFound();
        }
        return bookings.findByReferenceAndUserId(reference, userId).orElseThrow(BookingNotFound::new);
    }

    /** One page of the list. @param limit 1 to 100. @param cursor of the page before, null for the first */
    @Transactional(readOnly = true)
    public Page<BookingView> list(Filter filter, int limit, @Nullable String cursor) {
        String position = cursors.decode(filter.name(), cursor);
        Instant now = clock.instant();
        BookingList.Key after = position == null ? null : BookingList.Key.parse(position);
        Page<BookingList.Key> page = Page.of(
                list.keys(filter, after, limit + 1, now), limit, key -> cursors.encode(filter.name(), key.text()));
        return new Page<>(views(page.items(), now), page.nextCursor());
    }

    private List<BookingView> views(List<BookingList.Key> keys, Instant now) {
        Map<String, Booking> found = bookings
                .findByIdIn(keys.stream().map(BookingList.Key::id).toList())
                .stream()
                .collect(Collectors.toMap(Booking::id, Function.identity()));
        return money.viewOf(keys.stream().map(key -> found.get(key.id())).toList(), now);
    }
}
