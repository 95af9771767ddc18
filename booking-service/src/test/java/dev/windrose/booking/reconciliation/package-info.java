@NullMarked
package dev.windrose.booking.reconciliation;

import org.jspecify.annotations.NullMarked;
