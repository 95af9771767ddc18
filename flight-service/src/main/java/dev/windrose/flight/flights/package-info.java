/** Flights and their fares. */
@NullMarked
package dev.windrose.flight.flights;

import org.jspecify.annotations.NullMarked;
