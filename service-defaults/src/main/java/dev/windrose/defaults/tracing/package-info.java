/** Following one request through log lines, answers and services. */
@NullMarked
package dev.windrose.defaults.tracing;

import org.jspecify.annotations.NullMarked;
