/** Price watches over HTTP. */
@NullMarked
package dev.windrose.flight.watches.web;

import org.jspecify.annotations.NullMarked;
