/**
 * The air gap's guard: what comes up and may not, and what is to be done about it. Pure: no kernel,
 * no thread, no clock; by the policy of {@code hal.airgap}.
 *
 * <p>In: {@link org.officeos.hal.guard.GuardEvent}s and the time.
 *
 * <p>Out: {@link org.officeos.hal.guard.GuardOrder}s, things to look at, to do and to write down.
 */
@NullMarked
package org.officeos.hal.guard;

import org.jspecify.annotations.NullMarked;
