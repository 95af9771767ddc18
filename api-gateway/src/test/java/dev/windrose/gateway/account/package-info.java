@NullMarked
package dev.windrose.gateway.account;

import org.jspecify.annotations.NullMarked;
