/**
 * What is measured, against which goal, and the statistics of it, as pure code.
 *
 * <p>In: samples.
 *
 * <p>Out: results, verdicts and the lines that carry them.
 */
@NullMarked
package org.officeos.bench.figure;

import org.jspecify.annotations.NullMarked;
