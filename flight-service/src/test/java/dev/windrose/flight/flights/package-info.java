@NullMarked
package dev.windrose.flight.flights;

import org.jspecify.annotations.NullMarked;
