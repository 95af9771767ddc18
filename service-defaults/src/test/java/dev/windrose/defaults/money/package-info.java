@NullMarked
package dev.windrose.defaults.money;

import org.jspecify.annotations.NullMarked;
