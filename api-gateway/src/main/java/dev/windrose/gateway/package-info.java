/** The only public door: accounts, tokens, and the way to the services behind. */
@NullMarked
package dev.windrose.gateway;

import org.jspecify.annotations.NullMarked;
