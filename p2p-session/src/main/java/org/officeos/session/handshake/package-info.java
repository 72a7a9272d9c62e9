/**
 * The Noise patterns as pure code: bytes in, bytes out, a type per phase.
 *
 * <p>In: keys, a prologue, the peer's messages.
 *
 * <p>Out: messages for the peer, then transport keys and the handshake hash.
 */
@NullMarked
package org.officeos.session.handshake;

import org.jspecify.annotations.NullMarked;
