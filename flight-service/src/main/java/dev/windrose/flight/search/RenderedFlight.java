package dev.windrose.flight.search;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** A segment as JSON (a Flight and its {@code flightId}), made once and copied into every answer: most of an answer's bytes and cost. */
public final class RenderedFlight implements JacksonSerializable {
    final Directory names;
    final String departureTime;
    final String arrivalTime;
    final String duration;
    private final SerializedString json;

    /** @param names the directory it was made with; with another it is made anew */
    RenderedFlight(Directory names, String json, String departureTime, String arrivalTime, String duration) {
        this.names = names;
        this.json = new SerializedString(json);
        this.departureTime = departureTime;
        this.arrivalTime = arrivalTime;
        this.duration = duration;
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
