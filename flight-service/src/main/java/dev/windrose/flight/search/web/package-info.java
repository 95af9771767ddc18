/** Search over HTTP. */
@NullMarked
package dev.windrose.flight.search.web;

import org.jspecify.annotations.NullMarked;
