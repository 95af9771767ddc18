/** Sending in the background. */
@NullMarked
package dev.windrose.notification.notification.jobs;

import org.jspecify.annotations.NullMarked;
