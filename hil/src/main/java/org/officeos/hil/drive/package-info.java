/**
 * The two commands as a script uses them: words in, events out.
 *
 * <p>In: what a person would ask of either device.
 *
 * <p>Out: the commands' JSON events and exit codes.
 */
@NullMarked
package org.officeos.hil.drive;

import org.jspecify.annotations.NullMarked;
