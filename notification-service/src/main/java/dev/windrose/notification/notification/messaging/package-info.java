/** Events taken in. */
@NullMarked
package dev.windrose.notification.notification.messaging;

import org.jspecify.annotations.NullMarked;
