/**
 * Plain Netty on loopback, which every comparison shares.
 *
 * <p>In: connected sockets.
 *
 * <p>Out: requests, answers and the time that they took.
 */
@NullMarked
package org.officeos.bench.net;

import org.jspecify.annotations.NullMarked;
