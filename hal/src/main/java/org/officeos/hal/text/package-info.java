/**
 * Text made harmless for a terminal, and whether it may have colours.
 *
 * <p>In: text from outside, and the environment. Out: text that can do nothing but be read. Pure.
 */
@NullMarked
package org.officeos.hal.text;

import org.jspecify.annotations.NullMarked;
