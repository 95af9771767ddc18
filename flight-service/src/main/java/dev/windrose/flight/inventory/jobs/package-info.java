/** What runs by the clock. */
@NullMarked
package dev.windrose.flight.inventory.jobs;

import org.jspecify.annotations.NullMarked;
