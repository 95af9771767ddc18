@NullMarked
package dev.windrose.notification;

import org.jspecify.annotations.NullMarked;
