/** The audit log over HTTP. */
@NullMarked
package dev.windrose.flight.audit.web;

import org.jspecify.annotations.NullMarked;
