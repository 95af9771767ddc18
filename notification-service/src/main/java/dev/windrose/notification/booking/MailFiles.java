package dev.windrose.notification.booking;

import dev.windrose.notification.mail.Attachment;
import dev.windrose.notification.mail.MailType;
import dev.windrose.notification.mail.Told;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files that go with a mail, fetched when it is sent. */
@Component
public class MailFiles {
    private final BoardingPassFiles passes;
    private final ItineraryFile itinerary;

    MailFiles(BoardingPassFiles passes, ItineraryFile itinerary) {
        this.passes = passes;
        this.itinerary = itinerary;
    }

    /** {@code MailNotSent} for now, if booking-service gives no answer. */
    public List<Attachment> of(MailType type, @Nullable String bookingId, Told told) {
        return Stream.concat(
                        passes.of(bookingId, told).stream(),
                        type.withItinerary() ? itinerary.of(bookingId, told).stream() : Stream.empty())
                .toList();
    }
}
