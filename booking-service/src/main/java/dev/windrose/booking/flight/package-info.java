/** What this service knows of flights and asks of flight-service. */
@NullMarked
package dev.windrose.booking.flight;

import org.jspecify.annotations.NullMarked;
