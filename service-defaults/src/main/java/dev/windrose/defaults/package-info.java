/** Plumbing that two or more services share. No airline word in it. */
@NullMarked
package dev.windrose.defaults;

import org.jspecify.annotations.NullMarked;
