/**
 * Records: length, encryption, limits, compression.
 *
 * <p>In: frames or bytes from the wire.
 *
 * <p>Out: bytes for the wire or frames, or a named violation.
 */
@NullMarked
package org.officeos.session.record;

import org.jspecify.annotations.NullMarked;
