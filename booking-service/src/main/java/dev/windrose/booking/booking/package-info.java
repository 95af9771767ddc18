/** The booking: its states, what moves it, what is read of it. */
@NullMarked
package dev.windrose.booking.booking;

import org.jspecify.annotations.NullMarked;
