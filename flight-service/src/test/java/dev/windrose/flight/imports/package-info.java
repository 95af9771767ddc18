@NullMarked
package dev.windrose.flight.imports;

import org.jspecify.annotations.NullMarked;
