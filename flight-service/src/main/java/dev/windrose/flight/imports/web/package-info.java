/** The imports over HTTP. */
@NullMarked
package dev.windrose.flight.imports.web;

import org.jspecify.annotations.NullMarked;
