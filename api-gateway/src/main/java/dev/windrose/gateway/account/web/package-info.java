/** Accounts over HTTP. */
@NullMarked
package dev.windrose.gateway.account.web;

import org.jspecify.annotations.NullMarked;
