/**
 * The daemon's SQLite file: the audit trail and the usage counters. The only room with JDBC.
 *
 * <p>In: audit entries and counts.
 *
 * <p>Out: rows that survive a kill, or a named error.
 */
@NullMarked
package org.officeos.laptop.store;

import org.jspecify.annotations.NullMarked;
