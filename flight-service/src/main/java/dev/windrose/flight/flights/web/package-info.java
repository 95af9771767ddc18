/** Flights and fares over HTTP. */
@NullMarked
package dev.windrose.flight.flights.web;

import org.jspecify.annotations.NullMarked;
