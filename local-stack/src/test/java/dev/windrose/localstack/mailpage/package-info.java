@NullMarked
package dev.windrose.localstack.mailpage;

import org.jspecify.annotations.NullMarked;
