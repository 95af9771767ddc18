/** Who changed what: written with the change, never altered. */
@NullMarked
package dev.windrose.flight.audit;

import org.jspecify.annotations.NullMarked;
