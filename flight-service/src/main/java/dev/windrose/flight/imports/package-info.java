/** CSV imports of the catalogue and of flights. */
@NullMarked
package dev.windrose.flight.imports;

import org.jspecify.annotations.NullMarked;
