/** What the mails say, and how they leave. */
@NullMarked
package dev.windrose.notification.mail;

import org.jspecify.annotations.NullMarked;
