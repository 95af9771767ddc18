@NullMarked
package dev.windrose.defaults.lifecycle;

import org.jspecify.annotations.NullMarked;
