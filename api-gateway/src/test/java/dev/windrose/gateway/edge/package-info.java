@NullMarked
package dev.windrose.gateway.edge;

import org.jspecify.annotations.NullMarked;
