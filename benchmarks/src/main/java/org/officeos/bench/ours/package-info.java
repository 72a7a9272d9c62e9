/**
 * The session under measurement: both ends in one process, on loopback.
 *
 * <p>In: instructions.
 *
 * <p>Out: answers.
 */
@NullMarked
package org.officeos.bench.ours;

import org.jspecify.annotations.NullMarked;
