/** The clock that replicas agree on. */
@NullMarked
package dev.windrose.defaults.time;

import org.jspecify.annotations.NullMarked;
