/** What the audit log hears from other services. */
@NullMarked
package dev.windrose.flight.audit.messaging;

import org.jspecify.annotations.NullMarked;
