package dev.windrose.booking.flight;

import dev.windrose.booking.flight.SeatsOutcome.Given;
import dev.windrose.booking.flight.SeatsOutcome.Gone;
import dev.windrose.booking.flight.SeatsOutcome.Refused;
import dev.windrose.booking.flight.SeatsOutcome.Unknown;
import dev.windrose.defaults.http.RequestDeadline;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks flight-service for seats with numbers. Every call may be repeated. */
@Component
public class SeatClient {
    private static final Logger log = LoggerFactory.getLogger(SeatClient.class);
    private static final int ATTEMPTS = 2;

    private final FlightServiceApi api;
    private final Refusals refusals;
    private final Duration readTimeout;

    SeatClient(FlightServiceApi api, Refusals refusals, FlightServiceSettings settings) {
        this.api = api;
        this.refusals = refusals;
        this.readTimeout = settings.readTimeout();
    }

    /** 503 if this request has no time left for a call. */
    public void requireTime() {
        RequestDeadline.require(readTimeout);
    }

    /** Gives these passengers these seats, or any; all of them or none. */
    public SeatsOutcome give(String bookingId, SeatsRequest request) {
        for (int attempt = 1; RequestDeadline.remaining().compareTo(readTimeout) >= 0; attempt++) {
            SeatsOutcome outcome = ask(bookingId, request);
            if (attempt == ATTEMPTS || !(outcome instanceof Unknown)) {
                return outcome;
            }
        }
        return new Unknown();
    }

    private SeatsOutcome ask(String bookingId, SeatsRequest request) {
        try {
            return new Given(api.seats(bookingId, request));
        } catch (RestClientResponseException answer) {
            if (answer.getStatusCode().value() == HttpStatus.GONE.value()) {
                return new Gone();
            }
            return refusals.read(answer).<SeatsOutcome>map(Refused::new).orElseGet(() -> unknown(answer));
        } catch (RestClientException e) {
            return unknown(e);
        }
    }

    private static SeatsOutcome unknown(RestClientException e) {
        log.warn("flight-service gives no clear answer about seats: {}", e.getMessage());
        return new Unknown();
    }
}
