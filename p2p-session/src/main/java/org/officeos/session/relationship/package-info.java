/**
 * What two paired devices know of each other, and the files that keep it.
 *
 * <p>In: new relationships, renewals, counters, the time.
 *
 * <p>Out: relationships that survive a kill at any instant.
 */
@NullMarked
package org.officeos.session.relationship;

import org.jspecify.annotations.NullMarked;
