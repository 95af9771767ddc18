/** What is fetched from booking-service to go with mails. */
@NullMarked
package dev.windrose.notification.booking;

import org.jspecify.annotations.NullMarked;
