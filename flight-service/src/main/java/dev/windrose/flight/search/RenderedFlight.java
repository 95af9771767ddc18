package dev.windrose.flight.search;

import dev.windrose.flight.catalogue.Cabin;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** A segment as JSON (a Flight and its {@code flightId}), made once and copied into every answer: most of an answer's bytes and cost. */
public final class RenderedFlight implements JacksonSerializable {
    private final CabinOffers[] cabins;
    private final CabinOffers.Offer[] offers;
    private final Directory names;
    final String departureTime;
    final String arrivalTime;
    final String duration;
    private final SerializedString json;

    /**
     * @param offers of the cabins, as shown: when they have moved on, it is made anew
     * @param names the directory it was made with; with another it is made anew, too
     */
    RenderedFlight(
            CabinOffers[] cabins,
            CabinOffers.Offer[] offers,
            Directory names,
            String json,
            String departureTime,
            String arrivalTime,
            String duration) {
        this.cabins = cabins;
        this.offers = offers;
        this.names = names;
        this.json = new SerializedString(json);
        this.departureTime = departureTime;
        this.arrivalTime = arrivalTime;
        this.duration = duration;
    }

    boolean isUpToDate(Directory directory) {
        if (names != directory) {
            return false;
        }
        for (int i = 0; i < cabins.length; i++) {
            if (cabins[i].latest() != offers[i]) {
                return false;
            }
        }
        return true;
    }

    /** What it shows of a cabin on sale. */
    CabinOffers.Offer offer(Cabin cabin) {
        for (int i = 0; i < cabins.length; i++) {
            if (cabins[i].cabin == cabin) {
                return offers[i];
            }
        }
        throw new IllegalArgumentException(cabin + " isn't sold");
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
        generator.writeRawValue(json);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer type) {
        serialize(generator, context);
    }
}
