/** Who has an account, with which roles, and how they prove it. */
@NullMarked
package dev.windrose.gateway.account;

import org.jspecify.annotations.NullMarked;
