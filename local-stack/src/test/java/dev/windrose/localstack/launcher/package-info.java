@NullMarked
package dev.windrose.localstack.launcher;

import org.jspecify.annotations.NullMarked;
