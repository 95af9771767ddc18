/** Tests of the audit log. */
@NullMarked
package dev.windrose.flight.audit;

import org.jspecify.annotations.NullMarked;
