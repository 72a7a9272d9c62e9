/**
 * The instruction set: canonical encoding, strict decoding, one schema per opcode.
 *
 * <p>In: typed fields or hostile bytes.
 *
 * <p>Out: canonical bytes or typed fields, or a named rejection with its offset.
 */
@NullMarked
package org.officeos.session.bytecode;

import org.jspecify.annotations.NullMarked;
