/**
 * The shell: sockets, threads and timers around the pure parts.
 *
 * <p>In: connected sockets and application calls.
 *
 * <p>Out: sessions and pairings.
 */
@NullMarked
package org.officeos.session.netty;

import org.jspecify.annotations.NullMarked;
