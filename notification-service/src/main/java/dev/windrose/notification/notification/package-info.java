/** Notifications: told once each, sent until they are gone or given up. */
@NullMarked
package dev.windrose.notification.notification;

import org.jspecify.annotations.NullMarked;
