/** Which request goes to which service, and getting it there and back. */
@NullMarked
package dev.windrose.gateway.proxy;

import org.jspecify.annotations.NullMarked;
