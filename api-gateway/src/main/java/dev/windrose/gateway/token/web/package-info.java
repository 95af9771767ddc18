/** The public keys over HTTP. */
@NullMarked
package dev.windrose.gateway.token.web;

import org.jspecify.annotations.NullMarked;
