/** Events stored with the change they tell of, and published after it. */
@NullMarked
package dev.windrose.defaults.outbox;

import org.jspecify.annotations.NullMarked;
