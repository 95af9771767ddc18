/** What runs by the clock. */
@NullMarked
package dev.windrose.flight.schedules.jobs;

import org.jspecify.annotations.NullMarked;
