@NullMarked
package dev.windrose.defaults.http;

import org.jspecify.annotations.NullMarked;
