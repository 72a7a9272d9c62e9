/**
 * The C library as thin as it comes, and the only room that knows how Java reaches it.
 *
 * <p>In: C calls with plain numbers and bytes.
 *
 * <p>Out: their results, or the call's name and errno.
 */
@NullMarked
package org.officeos.hal.linux.lib;

import org.jspecify.annotations.NullMarked;
