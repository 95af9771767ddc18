package dev.windrose.booking.flight;

import java.time.ZoneId;

/** An airport as a hold names it. */
public record Place(String code, String name, String city, ZoneId timeZone) {}
