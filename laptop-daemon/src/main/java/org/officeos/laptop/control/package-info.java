/**
 * The running daemon's control socket: line-delimited JSON, for this user only.
 *
 * <p>In: bounded lines from the command line.
 *
 * <p>Out: events and named errors, one JSON object a line.
 */
@NullMarked
package org.officeos.laptop.control;

import org.jspecify.annotations.NullMarked;
