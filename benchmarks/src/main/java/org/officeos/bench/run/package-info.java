/**
 * One program a figure, and the command that starts them.
 *
 * <p>In: the length of the run.
 *
 * <p>Out: results.
 */
@NullMarked
package org.officeos.bench.run;

import org.jspecify.annotations.NullMarked;
