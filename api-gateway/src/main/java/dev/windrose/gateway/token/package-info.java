/** Signing keys and the access tokens signed with them. */
@NullMarked
package dev.windrose.gateway.token;

import org.jspecify.annotations.NullMarked;
