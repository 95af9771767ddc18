/** Cities, airports, airlines and airplanes. */
@NullMarked
package dev.windrose.flight.catalogue;

import org.jspecify.annotations.NullMarked;
