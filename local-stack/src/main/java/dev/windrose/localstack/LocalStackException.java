package dev.windrose.localstack;

/** Something the stack stands on did not come up; the message is written for the person at the terminal. */
public class LocalStackException extends RuntimeException {

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
