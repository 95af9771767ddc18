/** What {@code ./windrose} does: up, down, reset. */
@NullMarked
package dev.windrose.localstack.launcher;

import org.jspecify.annotations.NullMarked;
