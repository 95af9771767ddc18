/** The log that the read models of all replicas follow. */
@NullMarked
package dev.windrose.flight.changes;

import org.jspecify.annotations.NullMarked;
