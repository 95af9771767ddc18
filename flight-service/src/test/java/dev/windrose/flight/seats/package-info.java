/** Tests of seats. */
@NullMarked
package dev.windrose.flight.seats;

import org.jspecify.annotations.NullMarked;
