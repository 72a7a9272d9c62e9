/**
 * The command officeos: words on the command line in, lines and an exit code out.
 *
 * <p>In: arguments, environment, standard input.
 *
 * <p>Out: text for people or one JSON object per line, and a documented exit code.
 */
@NullMarked
package org.officeos.handheld.cli;

import org.jspecify.annotations.NullMarked;
