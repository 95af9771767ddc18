@NullMarked
package dev.windrose.gateway.token;

import org.jspecify.annotations.NullMarked;
