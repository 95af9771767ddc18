/** Schedules over HTTP. */
@NullMarked
package dev.windrose.flight.schedules.web;

import org.jspecify.annotations.NullMarked;
