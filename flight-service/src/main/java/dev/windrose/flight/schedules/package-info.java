/** Flight numbers flown by the week: a season's flights made, changed and removed together, and open-ended ones kept going. */
@NullMarked
package dev.windrose.flight.schedules;

import org.jspecify.annotations.NullMarked;
