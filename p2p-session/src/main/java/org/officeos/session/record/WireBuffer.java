package org.officeos.session.record;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds record bodies in a stream of bytes that arrives in pieces. Holds at most one body, in one
 * buffer of fixed size, whatever lengths the peer declares. Every body begins at offset 0, from
 * where the JDK's cipher opens it without a copy of its own. Not for use by several threads.
 *
 * <p>Use: {@link #append} what arrived, then {@link #next} until it says no; the body lies in
 * {@link #array()} until the next {@link #append}.
 */
public final class WireBuffer {

  private final byte[] header = new byte[RecordFormat.HEADER];
  private byte[] body = new byte[RecordFormat.MAX_HANDSHAKE];
  private int maxBody = RecordFormat.MAX_HANDSHAKE;
  private int taken;
  private boolean delivered;

  /**
   * Lets bodies be as long as this peer's records may be, from now on: it is authenticated.
   *
   * @param longest up to {@link RecordFormat#MAX_BODY} bytes
   */
  public void allowRecords(int longest) {
    maxBody = longest;
    if (body.length < longest) {
      body = Arrays.copyOf(body, longest);
    }
  }

  /** Takes as much of {@code source} as belongs to the current body; the rest stays in it. */
  public void append(ByteBuffer source) {
    if (delivered) {
      delivered = false;
      taken = 0;
    }
    while (taken < RecordFormat.HEADER && source.hasRemaining()) {
      header[taken++] = source.get();
    }
    if (taken >= RecordFormat.HEADER && length() <= maxBody) {
      int count = Math.min(source.remaining(), RecordFormat.HEADER + length() - taken);
      source.get(body, taken - RecordFormat.HEADER, count);
      taken += count;
    }
  }

  /**
   * Moves to the next whole body.
   *
   * @return whether there is one; if so it lies at {@link #offset()} for {@link #length()} bytes
   * @throws FormatException {@code EMPTY} or {@code TOO_LONG}, as soon as the length says so
   */
  public boolean next() throws FormatException {
    if (delivered || taken < RecordFormat.HEADER) {
      return false;
    }
    if (length() == 0) {
      throw new FormatException(FormatException.Reason.EMPTY);
    }
    if (length() > maxBody) {
      throw new FormatException(FormatException.Reason.TOO_LONG);
    }
    delivered = taken == RecordFormat.HEADER + length();
    return delivered;
  }

  /** Where {@link #offset()} points into; valid until the next {@link #append}. */
  public byte[] array() {
    return body;
  }

  /** Start of the current body: 0. */
  public int offset() {
    return 0;
  }

  /** Length of the current body, in bytes. */
  public int length() {
    return (header[0] & 0xff) << 8 | (header[1] & 0xff);
  }

  /** Bytes of a body that has not arrived whole, its length's own included. */
  public int pending() {
    return delivered ? 0 : taken;
  }
}
