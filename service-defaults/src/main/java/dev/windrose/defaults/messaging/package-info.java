/** Taking events in: once each, with retries. */
@NullMarked
package dev.windrose.defaults.messaging;

import org.jspecify.annotations.NullMarked;
