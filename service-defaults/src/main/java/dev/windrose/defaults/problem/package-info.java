/** Errors as RFC 9457 problem details, in one form from every layer. */
@NullMarked
package dev.windrose.defaults.problem;

import org.jspecify.annotations.NullMarked;
