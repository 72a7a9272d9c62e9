/**
 * Looks at pictures from outside before anything decodes them, and fits them to a small screen.
 *
 * <p>In: bytes that claim to be a picture.
 *
 * <p>Out: facts read from the header, a fitted PNG or JPEG, or an {@link
 * org.officeos.laptop.image.ImageRejectedException} with a reason.
 */
@NullMarked
package org.officeos.laptop.image;

import org.jspecify.annotations.NullMarked;
