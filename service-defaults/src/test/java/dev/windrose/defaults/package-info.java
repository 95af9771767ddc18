@NullMarked
package dev.windrose.defaults;

import org.jspecify.annotations.NullMarked;
