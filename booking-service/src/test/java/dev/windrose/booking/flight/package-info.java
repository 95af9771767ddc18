@NullMarked
package dev.windrose.booking.flight;

import org.jspecify.annotations.NullMarked;
