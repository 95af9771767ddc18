package dev.windrose.defaults.messaging;

/** What was delivered can't be understood and never will be: it goes to the dead letters at once, without retries. */
public final class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
