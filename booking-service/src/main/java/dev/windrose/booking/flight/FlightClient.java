package dev.windrose.booking.flight;

import dev.windrose.booking.flight.HoldOutcome.Done;
import dev.windrose.booking.flight.HoldOutcome.Gone;
import dev.windrose.booking.flight.HoldOutcome.Refused;
import dev.windrose.booking.flight.HoldOutcome.Unknown;
import dev.windrose.defaults.http.RequestDeadline;
import dev.windrose.defaults.problem.ProblemException;
import dev.windrose.defaults.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks flight-service for seats. Every call may be repeated; what isn't a clear answer is {@link Unknown}, never a refusal. */
@Component
public class FlightClient {
    private static final Logger log = LoggerFactory.getLogger(FlightClient.class);
    private static final int ATTEMPTS = 2;
    private static final int PAGE = 500;

    private final FlightServiceApi api;
    private final Refusals refusals;
    private final Duration readTimeout;

    FlightClient(FlightServiceApi api, Refusals refusals, FlightServiceSettings settings) {
        this.api = api;
        this.refusals = refusals;
        this.readTimeout = settings.readTimeout();
    }

    /** Takes seats on all segments or on none. */
    public HoldOutcome hold(String bookingId, HoldRequest request) {
        return ask(() -> api.hold(bookingId, request));
    }

    /** Sells what is held, once or again. */
    public HoldOutcome confirm(String bookingId) {
        return ask(() -> api.confirm(bookingId));
    }

    /** Frees the seats and refuses them from now on; false if that isn't known to have happened. */
    public boolean release(String bookingId) {
        if (RequestDeadline.remaining().compareTo(readTimeout) < 0) {
            return false;
        }
        try {
            api.release(bookingId);
            return true;
        } catch (RestClientException e) {
            log.warn("the seats of {} can't be released yet: {}", bookingId, e.getMessage());
            return false;
        }
    }

    /** Frees a part of the seats, once per release. */
    public ReleaseOutcome releasePart(String bookingId, String releaseId, List<ReleasedPart> parts) {
        if (RequestDeadline.remaining().compareTo(readTimeout) < 0) {
            return ReleaseOutcome.UNKNOWN;
        }
        try {
            api.releasePart(bookingId, releaseId, parts);
            return ReleaseOutcome.DONE;
        } catch (RestClientException e) {
            log.warn("a part of the seats of {} can't be released yet: {}", bookingId, e.getMessage());
            return e instanceof RestClientResponseException answer && isRefusal(answer)
                    ? ReleaseOutcome.REFUSED
                    : ReleaseOutcome.UNKNOWN;
        }
    }

    /** Said by flight-service itself, and not by something on the way that doesn't know the path. */
    private static boolean isRefusal(RestClientResponseException answer) {
        int status = answer.getStatusCode().value();
        return status == HttpStatus.CONFLICT.value()
                || status == HttpStatus.UNPROCESSABLE_CONTENT.value()
                || status == HttpStatus.NOT_FOUND.value()
                        && answer.getResponseBodyAsString().contains("\"hold_not_found\"");
    }

    /** The live holds after that id, in the order of ids; 503 if flight-service doesn't answer. */
    public HoldPage holdsAfter(@Nullable String bookingId) {
        return read(() -> api.holds(bookingId, PAGE));
    }

    /** What flight-service finds wrong itself; 503 if it doesn't answer. */
    public InventoryReport inventory() {
        return read(api::discrepancies);
    }

    /** 503 if this request has no time left for a call: to be asked before anything is written down that a call must follow. */
    public void requireTime() {
        RequestDeadline.require(readTimeout);
    }

    private HoldOutcome ask(Supplier<Hold> call) {
        if (RequestDeadline.remaining().compareTo(readTimeout) < 0) {
            return new Unknown();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return new Done(call.get());
            } catch (RestClientException e) {
                HoldOutcome outcome = outcomeOf(e);
                boolean again =
                        attempt < ATTEMPTS && RequestDeadline.remaining().compareTo(readTimeout) > 0;
                if (!(outcome instanceof Unknown) || !again) {
                    return outcome;
                }
            }
        }
    }

    private HoldOutcome outcomeOf(RestClientException e) {
        if (e instanceof RestClientResponseException answer) {
            if (answer.getStatusCode().value() == HttpStatus.GONE.value()) {
                return new Gone();
            }
            Optional<ProblemException> refusal = refusals.read(answer);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        log.warn("flight-service gives no clear answer: {}", e.getMessage());
        return new Unknown();
    }

    private static <T> T read(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientException e) {
            log.warn("flight-service can't be read: {}", e.getMessage());
            throw Problems.unavailable();
        }
    }
}
