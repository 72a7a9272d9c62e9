/**
 * Joins all rooms into one running daemon.
 *
 * <p>In: a checked configuration.
 *
 * <p>Out: a daemon that serves until it is closed.
 */
@NullMarked
package org.officeos.laptop.daemon;

import org.jspecify.annotations.NullMarked;
