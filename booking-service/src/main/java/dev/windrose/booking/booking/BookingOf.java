package dev.windrose.booking.booking;

/** Whose booking a request names. @param path of the request, for the problem document if there is one to be stored */
public record BookingOf(String userId, String reference, String path) {}
