package dev.windrose.notification.booking;

import dev.windrose.defaults.http.ServiceClients;
import dev.windrose.notification.mail.Attachment;
import dev.windrose.notification.mail.MailNotSent;
import dev.windrose.notification.mail.Told;
import dev.windrose.notification.mail.WithBoardingPasses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The boarding passes that go with a mail, as they are when it is sent: of who is no longer checked in there is none. */
@Component
class BoardingPassFiles {
    private static final String PATH =
            "/internal/bookings/{booking}/boarding-passes/{flight}.pdf?passengerIds={passengers}";
    private static final String PDF = "application/pdf";

    private final RestClient bookings;

    BoardingPassFiles(ServiceClients clients, BookingServiceSettings settings) {
        this.bookings = clients.internal("booking-service", settings.url(), settings.readTimeout());
    }

    /** @throws MailNotSent for now, if booking-service gives no answer */
    List<Attachment> of(@Nullable String bookingId, Told told) {
        if (bookingId == null
                || !(told instanceof WithBoardingPasses with)
                || with.withPasses().isEmpty()) {
            return List.of();
        }
        String flight = String.valueOf(with.segments().get(0).flightId());
        byte[] document = fetch(bookingId, flight, String.join(",", with.withPasses()));
        return document == null || document.length == 0
                ? List.of()
                : List.of(new Attachment("boarding-passes-" + told.reference() + ".pdf", PDF, document));
    }

    private byte @Nullable [] fetch(String bookingId, String flight, String passengers) {
        try {
            return bookings.get()
                    .uri(PATH, bookingId, flight, passengers)
                    .retrieve()
                    .body(byte[].class);
        } catch (RestClientException e) {
            throw MailNotSent.forNow(e);
        }
    }
}
