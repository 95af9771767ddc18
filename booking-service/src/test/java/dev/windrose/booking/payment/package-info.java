@NullMarked
package dev.windrose.booking.payment;

import org.jspecify.annotations.NullMarked;
