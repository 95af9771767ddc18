/** Tells people by mail what happened, and keeps what they were told. */
@NullMarked
package dev.windrose.notification;

import org.jspecify.annotations.NullMarked;
