/** Price watches: users are told when the lowest price of a journey or a flight falls. */
@NullMarked
package dev.windrose.flight.watches;

import org.jspecify.annotations.NullMarked;
