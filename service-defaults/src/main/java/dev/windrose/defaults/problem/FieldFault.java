package dev.windrose.defaults.problem;

/** One fault of a request: where ({@code passengers[0].firstName}), a stable code, and a sentence. */
public record FieldFault(String field, String code, String message) {}
