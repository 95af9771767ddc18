/** Comparing bookings with the seats held for them. */
@NullMarked
package dev.windrose.booking.reconciliation;

import org.jspecify.annotations.NullMarked;
