@NullMarked
package dev.windrose.defaults.messaging;

import org.jspecify.annotations.NullMarked;
