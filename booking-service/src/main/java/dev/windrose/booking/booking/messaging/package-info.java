/** What bookings hear from other services. */
@NullMarked
package dev.windrose.booking.booking.messaging;

import org.jspecify.annotations.NullMarked;
