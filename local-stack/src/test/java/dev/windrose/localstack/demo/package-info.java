@NullMarked
package dev.windrose.localstack.demo;

import org.jspecify.annotations.NullMarked;
