package dev.windrose.notification.mail;

/** A written mail: the same in HTML and in plain text. */
public record Mail(String subject, String html, String text) {}
