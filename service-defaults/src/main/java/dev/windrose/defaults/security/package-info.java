/** Who is calling: access tokens of people, service tokens of services. */
@NullMarked
package dev.windrose.defaults.security;

import org.jspecify.annotations.NullMarked;
