/** Seats by their numbers: where they are, who has them, where their passengers go when the airplane is another. */
@NullMarked
package dev.windrose.flight.seats;

import org.jspecify.annotations.NullMarked;
