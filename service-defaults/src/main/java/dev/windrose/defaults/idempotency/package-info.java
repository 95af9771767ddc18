/** Idempotency-Key: one effect however often a request is repeated. */
@NullMarked
package dev.windrose.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
