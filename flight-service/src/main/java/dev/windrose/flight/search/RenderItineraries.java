package dev.windrose.flight.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.windrose.defaults.money.CurrencyCode;
import dev.windrose.defaults.money.Money;
import dev.windrose.flight.flights.FlightView;
import dev.windrose.flight.flights.FlightView.AirlineView;
import dev.windrose.flight.flights.FlightView.AirplaneView;
import dev.windrose.flight.flights.FlightView.CabinView;
import dev.windrose.flight.flights.FlightView.PlaceView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows itineraries as the API does; each flight's part is made once per change of it. */
@Component
class RenderItineraries {
    private static final int SCORE_DIGITS = 4;

    private final JsonMapper json;

    RenderItineraries(JsonMapper json) {
        this.json = json;
    }

    private record Segment(@JsonUnwrapped FlightView flight, String flightId) {}

    /** @param segments in their order, each selling the cabin that the query asks for */
    ItineraryView render(List<TimetableFlight> segments, SearchQuery query, int score, Directory names) {
        List<RenderedFlight> rendered = new ArrayList<>(segments.size());
        long priceMinor = 0;
        int seatsAvailable = Integer.MAX_VALUE;
        for (TimetableFlight segment : segments) {
            RenderedFlight shown = rendered(segment, names);
            CabinOffers.Offer offer = shown.offer(query.cabin());
            priceMinor += offer.priceMinor;
            seatsAvailable = Math.min(seatsAvailable, offer.seatsAvailable);
            rendered.add(shown);
        }
        RenderedFlight first = rendered.get(0);
        RenderedFlight last = rendered.get(rendered.size() - 1);
        Money price = new Money(priceMinor, new CurrencyCode(segments.get(0).currency));
        return new ItineraryView(
                id(segments),
                rendered,
                rendered.size() - 1,
                first.departureTime,
                last.arrivalTime,
                first == last ? first.duration : duration(segments),
                query.cabin(),
                query.seats(),
                price,
                price.times(query.seats()),
                seatsAvailable,
                Itinerary.lowestRating(segments),
                BigDecimal.valueOf(score, SCORE_DIGITS));
    }

    /** Opaque to callers: the flights' ids. */
    private static String id(List<TimetableFlight> segments) {
        if (segments.size() == 1) {
            return Long.toString(segments.get(0).id);
        }
        return segments.stream().map(flight -> Long.toString(flight.id)).collect(Collectors.joining("-"));
    }

    private static String duration(List<TimetableFlight> segments) {
        return Duration.ofMillis(segments.get(segments.size() - 1).arrivesAt - segments.get(0).departsAt)
                .toString();
    }

    /** Two threads may make the same at once, which does no harm. */
    private RenderedFlight rendered(TimetableFlight flight, Directory names) {
        RenderedFlight rendered = flight.rendered;
        if (rendered == null || !rendered.isUpToDate(names)) {
            rendered = render(flight, names);
            flight.rendered = rendered;
        }
        return rendered;
    }

    private RenderedFlight render(TimetableFlight flight, Directory names) {
        CabinOffers.Offer[] offers =
                Arrays.stream(flight.cabins()).map(CabinOffers::latest).toArray(CabinOffers.Offer[]::new);
        FlightView view = view(flight, offers, names);
        return new RenderedFlight(
                flight.cabins(),
                offers,
                names,
                json.writeValueAsString(new Segment(view, view.id())),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(view.departureTime()),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(view.arrivalTime()),
                view.duration().toString());
    }

    private static FlightView view(TimetableFlight flight, CabinOffers.Offer[] offers, Directory names) {
        CurrencyCode currency = new CurrencyCode(flight.currency);
        List<CabinView> cabins = new ArrayList<>(offers.length);
        for (int i = 0; i < offers.length; i++) {
            CabinOffers cabin = flight.cabins()[i];
            cabins.add(new CabinView(
                    cabin.cabin, new Money(offers[i].priceMinor, currency), cabin.capacity, offers[i].seatsAvailable));
        }
        return FlightView.of(
                flight.id,
                flight.number,
                new AirlineView(flight.airline, names.airlineName(flight.airline)),
                place(names.airport(flight.origin.code())),
                place(names.airport(flight.destination.code())),
                new FlightView.Times(
                        Instant.ofEpochMilli(flight.departsAt),
                        Instant.ofEpochMilli(flight.arrivesAt),
                        Instant.ofEpochMilli(flight.scheduledDepartsAt)),
                flight.status,
                new AirplaneView(flight.airplane, names.airplaneModel(flight.airplane)),
                cabins,
                flight.rating);
    }

    private static FlightView.Place place(Directory.Airport airport) {
        return new FlightView.Place(new PlaceView(airport.code(), airport.name(), airport.cityName()), airport.zone());
    }
}
