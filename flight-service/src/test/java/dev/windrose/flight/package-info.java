@NullMarked
package dev.windrose.flight;

import org.jspecify.annotations.NullMarked;
