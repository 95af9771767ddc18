/** A trip as a calendar shows it. */
@NullMarked
package dev.windrose.booking.itinerary;

import org.jspecify.annotations.NullMarked;
