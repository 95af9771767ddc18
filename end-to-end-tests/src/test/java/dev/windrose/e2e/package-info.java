/** Whole journeys through the gateway, with processes killed and connections cut. */
@NullMarked
package dev.windrose.e2e;

import org.jspecify.annotations.NullMarked;
