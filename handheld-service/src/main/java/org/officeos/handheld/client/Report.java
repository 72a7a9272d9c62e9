package org.officeos.handheld.client;

import java.util.OptionalLong;
import org.officeos.session.WireCount;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;

/**
 * What one request cost. Times are microseconds; bytes and times are the last attempt's, except
 * {@code totalMicros}.
 *
 * @param id the request
 * @param attempts how often it was tried
 * @param instructionBytes the instruction's own encoding
 * @param instructionWireBytes the same on the wire, signature and record included
 * @param handshake what the session's opening took, nothing where it stood already
 * @param wire what the session sent and received from the instruction to the end; with other
 *     requests under way in the same session, theirs are counted too
 * @param encodedBytes the answer's body as it travelled, after compression
 * @param decodedBytes the answer's body
 * @param compressed whether the body travelled as zstd
 * @param connectMicros to connect, 0 on a session that stood already
 * @param handshakeMicros for the handshake, 0 on a session that stood already
 * @param firstAnswerMicros from sending to the first byte of the body, or to the end without one
 * @param totalMicros from the call to the end, pauses included
 * @param response the final response, with the laptop's own figures
 */
public record Report(
    RequestId id,
    int attempts,
    int instructionBytes,
    int instructionWireBytes,
    WireCount handshake,
    WireCount wire,
    long encodedBytes,
    long decodedBytes,
    boolean compressed,
    long connectMicros,
    long handshakeMicros,
    long firstAnswerMicros,
    long totalMicros,
    Response response) {

  /** A number that the laptop said of the answer, where it did. */
  public OptionalLong said(Meta meta) {
    return response.number(meta);
  }
}
