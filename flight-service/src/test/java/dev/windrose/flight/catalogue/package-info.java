@NullMarked
package dev.windrose.flight.catalogue;

import org.jspecify.annotations.NullMarked;
