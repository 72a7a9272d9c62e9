/**
 * The radio lab's own side: what runs scenarios inside its guest, and the scenarios.
 *
 * <p>In: two hosts that the guest's scripts set up. Out: JUnit XML and rows for the lab's table.
 * The classes called {@code ...Scenario} run in the guest only, those called {@code ...Test}
 * anywhere.
 */
@NullMarked
package org.officeos.hil.lab;

import org.jspecify.annotations.NullMarked;
