/**
 * Whether a device may ask for something at all. Pure.
 *
 * <p>In: a relationship, an opcode and the time.
 *
 * <p>Out: a verdict out of a closed list, with the next step.
 */
@NullMarked
package org.officeos.laptop.permission;

import org.jspecify.annotations.NullMarked;
