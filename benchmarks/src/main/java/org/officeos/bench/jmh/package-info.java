/**
 * Microbenchmarks, by JMH.
 *
 * <p>In: nothing.
 *
 * <p>Out: facts for the report.
 */
@NullMarked
package org.officeos.bench.jmh;

import org.jspecify.annotations.NullMarked;
