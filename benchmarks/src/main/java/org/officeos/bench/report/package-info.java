/**
 * The page that people read: a table and a plot.
 *
 * <p>In: results of every JDK.
 *
 * <p>Out: Markdown and SVG.
 */
@NullMarked
package org.officeos.bench.report;

import org.jspecify.annotations.NullMarked;
