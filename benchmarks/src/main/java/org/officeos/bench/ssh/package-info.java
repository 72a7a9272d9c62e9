/**
 * The other comparison: OpenSSH over loopback, with a server of its own.
 *
 * <p>In: the number of bytes to copy.
 *
 * <p>Out: how long the copy took.
 */
@NullMarked
package org.officeos.bench.ssh;

import org.jspecify.annotations.NullMarked;
