/** Bookings, their payment and their recovery. */
@NullMarked
package dev.windrose.booking;

import org.jspecify.annotations.NullMarked;
