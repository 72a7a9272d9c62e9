/**
 * Strict stand-ins for the session, the link and the machine, in this module's tests only.
 *
 * <p>In: what a test sets.
 *
 * <p>Out: the session's behaviour in memory, faults on demand, and a memory of what was asked.
 */
@NullMarked
package org.officeos.handheld.testing;

import org.jspecify.annotations.NullMarked;
