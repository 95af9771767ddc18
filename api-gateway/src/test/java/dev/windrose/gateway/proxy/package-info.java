@NullMarked
package dev.windrose.gateway.proxy;

import org.jspecify.annotations.NullMarked;
