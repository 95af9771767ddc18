/** The feed, and what administrators see and do. */
@NullMarked
package dev.windrose.notification.notification.web;

import org.jspecify.annotations.NullMarked;
