@NullMarked
package dev.windrose.booking.booking;

import org.jspecify.annotations.NullMarked;
