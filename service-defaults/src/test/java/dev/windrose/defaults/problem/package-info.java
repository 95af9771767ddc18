@NullMarked
package dev.windrose.defaults.problem;

import org.jspecify.annotations.NullMarked;
