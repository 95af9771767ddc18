package dev.windrose.defaults.messaging;

/** What a consumer does with an event. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Acts on it, in the transaction that also holds the event's inbox row, so once for each event. Must not call HTTP, SMTP or the broker. Any
     * exception rolls all back and has the event delivered again later; {@link UnreadableEvent} sends it to the dead letters instead.
     */
    void handle(Event event);
}
