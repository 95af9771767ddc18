/** The inventory as other services call it, under {@code /internal}. */
@NullMarked
package dev.windrose.flight.inventory.web;

import org.jspecify.annotations.NullMarked;
