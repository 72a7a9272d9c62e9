/**
 * How a group comes to be: the pure state machine behind connecting, joining, bringing back,
 * creating and cancelling.
 *
 * <p>In: one {@link org.officeos.wpa.formation.FormationEvent} and the time in nanoseconds. Out: a
 * {@link org.officeos.wpa.formation.Step}, the next phase, what to ask of the supplicant and how
 * the request ended. No clock, no thread, no bus.
 */
@NullMarked
package org.officeos.wpa.formation;

import org.jspecify.annotations.NullMarked;
