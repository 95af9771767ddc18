@NullMarked
package dev.windrose.defaults.outbox;

import org.jspecify.annotations.NullMarked;
