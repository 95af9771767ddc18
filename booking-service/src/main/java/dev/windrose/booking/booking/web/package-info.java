/** Bookings over HTTP. */
@NullMarked
package dev.windrose.booking.booking.web;

import org.jspecify.annotations.NullMarked;
