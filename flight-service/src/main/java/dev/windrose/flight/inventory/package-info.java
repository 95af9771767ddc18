/**
 * Seats: who holds them, who bought them, how many are left. One row per flight and cabin decides, under its lock; everything else
 * (the plain reads before it, the read models) is advice.
 */
@NullMarked
package dev.windrose.flight.inventory;

import org.jspecify.annotations.NullMarked;
