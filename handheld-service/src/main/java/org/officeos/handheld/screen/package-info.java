/**
 * What a terminal can show: pictures as half blocks, progress, text made harmless.
 *
 * <p>In: pictures and texts from the laptop, both hostile; the terminal's size and colours.
 *
 * <p>Out: lines to print.
 */
@NullMarked
package org.officeos.handheld.screen;

import org.jspecify.annotations.NullMarked;
