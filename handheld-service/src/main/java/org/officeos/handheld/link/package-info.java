/**
 * Ways to the one peer: loopback and a private address between network namespaces.
 *
 * <p>In: where the person said the laptop is, and the kernel's routes.
 *
 * <p>Out: an established link, or the name of what forbids it.
 */
@NullMarked
package org.officeos.handheld.link;

import org.jspecify.annotations.NullMarked;
