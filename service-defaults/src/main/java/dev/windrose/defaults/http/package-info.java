/** What every HTTP server and client of a service needs. */
@NullMarked
package dev.windrose.defaults.http;

import org.jspecify.annotations.NullMarked;
