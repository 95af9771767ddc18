/** The inventory under test. */
@NullMarked
package dev.windrose.flight.inventory;

import org.jspecify.annotations.NullMarked;
