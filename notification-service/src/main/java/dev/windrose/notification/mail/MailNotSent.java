package dev.windrose.notification.mail;

/** A mail did not leave, or nobody knows whether it did. */
public final class MailNotSent extends RuntimeException {
    private final boolean forGood;

    private MailNotSent(String message, boolean forGood, Throwable cause) {
        super(message, cause);
        this.forGood = forGood;
    }

    /** Trying again can't help: refused with a 5xx reply, or not a mail at all. */
    public static MailNotSent forGood(Throwable cause) {
        return new MailNotSent(said(cause), true, cause);
    }

    /** Worth another try: no connection, no answer in time, a 4xx reply. */
    public static MailNotSent forNow(Throwable cause) {
        return new MailNotSent(said(cause), false, cause);
    }

    public boolean isForGood() {
        return forGood;
    }

    private static String said(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return PlainText.oneLine(root.getClass().getSimpleName() + ": " + root.getMessage());
    }
}
