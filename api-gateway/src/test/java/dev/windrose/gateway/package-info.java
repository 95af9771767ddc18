@NullMarked
package dev.windrose.gateway;

import org.jspecify.annotations.NullMarked;
