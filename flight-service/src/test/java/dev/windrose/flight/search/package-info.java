@NullMarked
package dev.windrose.flight.search;

import org.jspecify.annotations.NullMarked;
