/**
 * The air gap's policy: what was read of a machine, and what is wrong with it. Pure: no kernel, no
 * file, no clock.
 *
 * <p>In: a {@link org.officeos.hal.airgap.Snapshot}, each part read or unreadable by name.
 *
 * <p>Out: a {@link org.officeos.hal.airgap.Verdict} with a finding for every vector that is judged.
 */
@NullMarked
package org.officeos.hal.airgap;

import org.jspecify.annotations.NullMarked;
