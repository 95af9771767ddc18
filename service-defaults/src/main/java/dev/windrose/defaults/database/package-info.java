/** Schema, dialect and pools. */
@NullMarked
package dev.windrose.defaults.database;

import org.jspecify.annotations.NullMarked;
