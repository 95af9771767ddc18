/** What runs by the clock. */
@NullMarked
package dev.windrose.booking.booking.jobs;

import org.jspecify.annotations.NullMarked;
