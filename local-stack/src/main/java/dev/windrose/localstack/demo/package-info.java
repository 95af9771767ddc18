/** A network to look at and a story played on it. */
@NullMarked
package dev.windrose.localstack.demo;

import org.jspecify.annotations.NullMarked;
