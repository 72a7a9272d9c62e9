/**
 * Key types and primitives; secrets that never print.
 *
 * <p>In: bytes and randomness.
 *
 * <p>Out: keys, signatures, sealed bytes.
 */
@NullMarked
package org.officeos.session.crypto;

import org.jspecify.annotations.NullMarked;
