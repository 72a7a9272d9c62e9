/**
 * The officeos-laptop command.
 *
 * <p>In: arguments and a terminal or a script.
 *
 * <p>Out: words or JSON, and a documented exit code.
 */
@NullMarked
package org.officeos.laptop.cli;

import org.jspecify.annotations.NullMarked;
