/**
 * The words of the audit trail: entries, their hash chain, one canonical line each, and how to
 * verify them. Pure.
 *
 * <p>In: what was asked and how it ended; never what was said.
 *
 * <p>Out: entries chained so that tampering shows.
 */
@NullMarked
package org.officeos.laptop.audit;

import org.jspecify.annotations.NullMarked;
