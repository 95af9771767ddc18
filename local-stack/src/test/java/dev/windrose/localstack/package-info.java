@NullMarked
package dev.windrose.localstack;

import org.jspecify.annotations.NullMarked;
