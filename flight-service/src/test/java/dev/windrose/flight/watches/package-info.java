@NullMarked
package dev.windrose.flight.watches;

import org.jspecify.annotations.NullMarked;
