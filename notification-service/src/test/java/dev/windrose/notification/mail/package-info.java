@NullMarked
package dev.windrose.notification.mail;

import org.jspecify.annotations.NullMarked;
