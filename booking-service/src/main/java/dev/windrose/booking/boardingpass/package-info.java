/** What a boarding pass says, as the text of its barcode and as a page. */
@NullMarked
package dev.windrose.booking.boardingpass;

import org.jspecify.annotations.NullMarked;
