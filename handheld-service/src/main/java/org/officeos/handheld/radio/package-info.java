/**
 * How the handheld comes to be in a group with its own laptop, and comes back to it: decided here,
 * done elsewhere.
 *
 * <p>In: the radio's events and the time. Out: what to ask of the radio next. Pure; knows hal's
 * contract and nothing that moves.
 */
@NullMarked
package org.officeos.handheld.radio;

import org.jspecify.annotations.NullMarked;
