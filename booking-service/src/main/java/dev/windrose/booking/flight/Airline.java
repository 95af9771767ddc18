package dev.windrose.booking.flight;

/** An airline as a hold names it. @param accountingCode three digits, {@code 000} if it has none */
public record Airline(String code, String name, String accountingCode) {}
