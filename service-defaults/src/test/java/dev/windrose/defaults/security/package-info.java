@NullMarked
package dev.windrose.defaults.security;

import org.jspecify.annotations.NullMarked;
