/** Amounts in minor units of an ISO 4217 currency. */
@NullMarked
package dev.windrose.defaults.money;

import org.jspecify.annotations.NullMarked;
