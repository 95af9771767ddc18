package dev.windrose.notification.booking;

import dev.windrose.defaults.http.ServiceClients;
import dev.windrose.notification.mail.Attachment;
import dev.windrose.notification.mail.MailNotSent;
import dev.windrose.notification.mail.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A booking for the calendar, as it is when the mail is sent. */
@Component
class ItineraryFile {
    private static final String PATH = "/internal/bookings/{booking}/itinerary.ics";
    private static final String NAME = "itinerary.ics";
    private static final String CALENDAR = "text/calendar; charset=UTF-8";

    private final RestClient bookings;

    ItineraryFile(ServiceClients clients, BookingServiceSettings settings) {
        this.bookings = clients.internal("booking-service", settings.url(), settings.readTimeout());
    }

    /** None of a booking that isn't there. @throws MailNotSent for now, if booking-service gives no answer */
    List<Attachment> of(@Nullable String bookingId, Told told) {
        String booking = bookingId == null ? told.reference() : bookingId;
        if (booking == null) {
            return List.of();
        }
        byte[] calendar = fetch(booking);
        return calendar == null || calendar.length == 0 ? List.of() : List.of(new Attachment(NAME, CALENDAR, calendar));
    }

    private byte @Nullable [] fetch(String booking) {
        try {
            return bookings.get().uri(PATH, booking).retrieve().body(byte[].class);
        } catch (HttpClientErrorException.NotFound e) {
            return null;
        } catch (RestClientException e) {
            throw MailNotSent.forNow(e);
        }
    }
}
