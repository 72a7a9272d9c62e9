/**
 * Stand-ins that tests of this and other rooms share.
 *
 * <p>In: what a test sets.
 *
 * <p>Out: the same behaviour as the real thing, in memory, faults on demand.
 */
@NullMarked
package org.officeos.session.testing;

import org.jspecify.annotations.NullMarked;
