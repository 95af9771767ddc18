/** Lists in pages with opaque cursors. */
@NullMarked
package dev.windrose.defaults.paging;

import org.jspecify.annotations.NullMarked;
