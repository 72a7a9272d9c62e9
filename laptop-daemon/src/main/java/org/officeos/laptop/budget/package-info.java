/**
 * How much a device may ask for: requests a minute and requests at once. Pure but for the time it
 * is given.
 *
 * <p>In: a relationship, an opcode and nanoseconds.
 *
 * <p>Out: a permit to give back, or a refusal with the exact time to wait.
 */
@NullMarked
package org.officeos.laptop.budget;

import org.jspecify.annotations.NullMarked;
