@NullMarked
package dev.windrose.defaults.paging;

import org.jspecify.annotations.NullMarked;
