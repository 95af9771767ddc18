/** Catalogue, flights, fares, seat inventory and search. */
@NullMarked
package dev.windrose.flight;

import org.jspecify.annotations.NullMarked;
