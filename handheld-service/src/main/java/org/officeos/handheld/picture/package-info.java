/**
 * What a picture's bytes claim to be, found out without decoding them.
 *
 * <p>In: bytes from the laptop, hostile until shown otherwise.
 *
 * <p>Out: format and sides, or a named refusal.
 */
@NullMarked
package org.officeos.handheld.picture;

import org.jspecify.annotations.NullMarked;
