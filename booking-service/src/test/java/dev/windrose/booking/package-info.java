@NullMarked
package dev.windrose.booking;

import org.jspecify.annotations.NullMarked;
