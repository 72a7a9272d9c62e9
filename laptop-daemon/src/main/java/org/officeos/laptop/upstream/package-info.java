/**
 * Translators to the services that draw and write, and the hardened HTTP client under them.
 *
 * <p>In: an {@link org.officeos.laptop.upstream.ImageJob} or {@link
 * org.officeos.laptop.upstream.TextJob}, and hostile bytes from a service.
 *
 * <p>Out: a picture's bytes or pieces of text, or an {@link
 * org.officeos.laptop.upstream.UpstreamException} with a reason.
 */
@NullMarked
package org.officeos.laptop.upstream;

import org.jspecify.annotations.NullMarked;
