@NullMarked
package dev.windrose.booking.boardingpass;

import org.jspecify.annotations.NullMarked;
