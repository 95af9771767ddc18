@NullMarked
package dev.windrose.defaults.time;

import org.jspecify.annotations.NullMarked;
