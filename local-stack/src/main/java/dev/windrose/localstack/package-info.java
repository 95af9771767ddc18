/** The parts a stack stands on, without anything installed: database, broker and mailbox. */
@NullMarked
package dev.windrose.localstack;

import org.jspecify.annotations.NullMarked;
