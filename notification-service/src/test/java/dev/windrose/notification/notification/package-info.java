@NullMarked
package dev.windrose.notification.notification;

import org.jspecify.annotations.NullMarked;
