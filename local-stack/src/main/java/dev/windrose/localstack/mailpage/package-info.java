/** The page on which a person reads the mails of the local stack. */
@NullMarked
package dev.windrose.localstack.mailpage;

import org.jspecify.annotations.NullMarked;
