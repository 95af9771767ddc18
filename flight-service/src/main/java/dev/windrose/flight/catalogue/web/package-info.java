/** The catalogue over HTTP. */
@NullMarked
package dev.windrose.flight.catalogue.web;

import org.jspecify.annotations.NullMarked;
