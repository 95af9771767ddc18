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
import java.util.List;
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

    ItineraryView render(Ranked ranked, int seats, Directory names) {
        Itinerary itinerary = ranked.itinerary();
        List<RenderedFlight> segments = new ArrayList<>(itinerary.segments.size());
        for (TimetableFlight segment : itinerary.segments) {
            segments.add(rendered(segment, names));
        }
        RenderedFlight first = segments.get(0);
        RenderedFlight last = segments.get(segments.size() - 1);
        Money price = new Money(itinerary.priceMinor, new CurrencyCode(itinerary.currency()));
        return new ItineraryView(
                itinerary.id(),
                segments,
                itinerary.stops(),
                first.departureTime,
                last.arrivalTime,
                first == last
                        ? first.duration
                        : Duration.ofMillis(itinerary.durationMillis()).toString(),
                itinerary.cabin,
                seats,
                price,
                price.times(seats),
                itinerary.seatsAvailable,
                itinerary.rating(),
                BigDecimal.valueOf(ranked.score(), SCORE_DIGITS));
    }

    /** Two threads may make the same at once, which does no harm. */
    private RenderedFlight rendered(TimetableFlight flight, Directory names) {
        RenderedFlight rendered = flight.rendered;
        if (rendered == null || rendered.names != names) {
            rendered = render(flight, names);
            flight.rendered = rendered;
        }
        return rendered;
    }

    private RenderedFlight render(TimetableFlight flight, Directory names) {
        FlightView view = view(flight, names);
        return new RenderedFlight(
                names,
                json.writeValueAsString(new Segment(view, view.id())),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(view.departureTime()),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(view.arrivalTime()),
                view.duration().toString());
    }

    private static FlightView view(TimetableFlight flight, Directory names) {
        CurrencyCode currency = new CurrencyCode(flight.currency);
        return FlightView.of(
                flight.id,
                flight.number,
                new AirlineView(flight.airline, names.airlineName(flight.airline)),
                place(names.airport(flight.origin)),
                place(names.airport(flight.destination)),
                new FlightView.Times(
                        Instant.ofEpochMilli(flight.departsAt),
                        Instant.ofEpochMilli(flight.arrivesAt),
                        Instant.ofEpochMilli(flight.scheduledDepartsAt)),
                flight.status,
                new AirplaneView(flight.airplane, names.airplaneModel(flight.airplane)),
                flight.offers.stream()
                        .map(offer -> new CabinView(
                                offer.cabin(),
                                new Money(offer.priceMinor(), currency),
                                offer.capacity(),
                                offer.seatsAvailable()))
                        .toList(),
                flight.rating);
    }

    private static FlightView.Place place(Directory.Airport airport) {
        return new FlightView.Place(new PlaceView(airport.code(), airport.name(), airport.cityName()), airport.zone());
    }
}
