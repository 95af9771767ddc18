package dev.windrose.notification.notification;

/** How far the sending of a notification has come. */
public enum NotificationStatus {
    /** To be sent, or to be tried again. */
    PENDING,
    /** The mail server has taken it. */
    SENT,
    /** Refused for good, or every try used up; an administrator may have it tried again. */
    FAILED
}
