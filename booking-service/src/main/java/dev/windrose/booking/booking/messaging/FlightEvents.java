package dev.windrose.booking.booking.messaging;

import dev.windrose.booking.booking.FlightNews;
import dev.windrose.booking.booking.FollowFlights;
import dev.windrose.booking.booking.FollowSeats;
import dev.windrose.booking.booking.SeatNews;
import dev.windrose.defaults.messaging.Event;
import dev.windrose.defaults.messaging.EventConsumer;
import dev.windrose.defaults.messaging.EventConsumers;
import dev.windrose.defaults.messaging.UnreadableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what becomes of flights, from the queue {@code booking.flights}. */
@Configuration(proxyBeanMethods = false)
class FlightEvents {
    private static final Set<String> TYPES = Set.of(
            "flight.delayed", "flight.cancelled", "flight.departed", "flight.arrived", "flight.airplane-changed");

    @Bean
    EventConsumer flightEventConsumer(
            EventConsumers consumers, FollowFlights flights, FollowSeats seats, JsonMapper json) {
        return consumers.consumer("booking.flights", TYPES, event -> {
            FlightNews news = newsIn(event, json);
            flights.follow(news);
            seats.follow(news.flightId(), seatsIn(event, json));
        });
    }

    /** Who sits elsewhere on another airplane. */
    private static List<SeatNews> seatsIn(Event event, JsonMapper json) {
        try {
            List<SeatNews> news = new ArrayList<>();
            for (JsonNode change : event.data().path("seatChanges")) {
                SeatNews one = json.treeToValue(change, SeatNews.class);
                if (one.bookingId() == null || one.passengerId() == null || one.seat() == null) {
                    throw new UnreadableEvent("it doesn't say who sits where");
                }
                news.add(one);
            }
            return news;
        } catch (JacksonException e) {
            throw new UnreadableEvent("it doesn't say who sits where", e);
        }
    }

    /** Of the five, each tells how the flight stands; the rest of them is for others. */
    private static FlightNews newsIn(Event event, JsonMapper json) {
        try {
            FlightNews news = json.treeToValue(event.data(), FlightNews.class);
            if (news.flightId() == null
                    || news.status() == null
                    || news.departureTime() == null
                    || news.arrivalTime() == null) {
                throw new UnreadableEvent("it doesn't say how the flight stands");
            }
            return news;
        } catch (JacksonException e) {
            throw new UnreadableEvent("it doesn't say how the flight stands", e);
        }
    }
}
