@NullMarked
package dev.windrose.flight.schedules;

import org.jspecify.annotations.NullMarked;
