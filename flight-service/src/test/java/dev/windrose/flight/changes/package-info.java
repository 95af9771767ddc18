@NullMarked
package dev.windrose.flight.changes;

import org.jspecify.annotations.NullMarked;
