/**
 * JSON text, written and strictly read, small enough for a handheld.
 *
 * <p>In: values of our own; text from the laptop or from another command.
 *
 * <p>Out: one line of JSON; a value, or a named refusal.
 */
@NullMarked
package org.officeos.hal.json;

import org.jspecify.annotations.NullMarked;
