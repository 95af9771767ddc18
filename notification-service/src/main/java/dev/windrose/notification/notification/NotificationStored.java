package dev.windrose.notification.notification;

/** There is a mail to send, once the transaction at hand has committed. */
public record NotificationStored() {}
