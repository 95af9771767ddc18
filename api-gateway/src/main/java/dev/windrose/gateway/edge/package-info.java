/** What holds for every request at the door: sizes, origins, the front page. */
@NullMarked
package dev.windrose.gateway.edge;

import org.jspecify.annotations.NullMarked;
