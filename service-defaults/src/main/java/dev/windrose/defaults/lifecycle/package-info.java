/** Start, readiness and end of a service process. */
@NullMarked
package dev.windrose.defaults.lifecycle;

import org.jspecify.annotations.NullMarked;
