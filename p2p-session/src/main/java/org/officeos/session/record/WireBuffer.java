package org.officeos.session.record;

import java.nio.ByteBuffer;

/**
 * Finds record bodies in a stream of bytes that arrives in pieces. Holds at most one buffer of
 * fixed size, whatever lengths the peer declares. Not for use by several threads.
 *
 * <p>Use: {@link #append} what arrived, then {@link #next} until it says no; the body lies in
 * {@link #array()} until the next call.
 */
public final class WireBuffer {

  private static final int RECORDS_HELD = 4;

  private byte[] bytes = new byte[2 * (RecordFormat.HEADER + RecordFormat.MAX_HANDSHAKE)];
  private int start;
  private int end;
  private int maxBody = RecordFormat.MAX_HANDSHAKE;
  private int bodyOffset;
  private int bodyLength;

  /**
   * Lets bodies be as long as this peer's records may be, from now on: it is authenticated.
   *
   * @param longest up to {@link RecordFormat#MAX_BODY} bytes
   */
  public void allowRecords(int longest) {
    maxBody = longest;
    int capacity = RECORDS_HELD * (RecordFormat.HEADER + longest);
    if (bytes.length < capacity) {
      byte[] larger = new byte[capacity];
      System.arraycopy(bytes, start, larger, 0, end - start);
      end -= start;
      start = 0;
      bytes = larger;
    }
  }

  /** Takes as much of {@code source} as there is room for; the rest stays in it. */
  public void append(ByteBuffer source) {
    makeRoom();
    int count = Math.min(source.remaining(), bytes.length - end);
    source.get(bytes, end, count);
    end += count;
  }

  /**
   * Moves to the next whole body.
   *
   * @return whether there is one; if so it lies at {@link #offset()} for {@link #length()} bytes
   * @throws FormatException {@code EMPTY} or {@code TOO_LONG}, as soon as the length says so
   */
  public boolean next() throws FormatException {
    if (end - start < RecordFormat.HEADER) {
      return false;
    }
    int length = (bytes[start] & 0xff) << 8 | (bytes[start + 1] & 0xff);
    if (length == 0) {
      throw new FormatException(FormatException.Reason.EMPTY);
    }
    if (length > maxBody) {
      throw new FormatException(FormatException.Reason.TOO_LONG);
    }
    if (end - start < RecordFormat.HEADER + length) {
      return false;
    }
    bodyOffset = start + RecordFormat.HEADER;
    bodyLength = length;
    start = bodyOffset + length;
    return true;
  }

  /** Where {@link #offset()} points into; valid until the next {@link #append}. */
  public byte[] array() {
    return bytes;
  }

  /** Start of the current body. */
  public int offset() {
    return bodyOffset;
  }

  /** Length of the current body, in bytes. */
  public int length() {
    return bodyLength;
  }

  /** Bytes of a body that has not arrived whole. */
  public int pending() {
    return end - start;
  }

  private void makeRoom() {
    if (start == end) {
      start = 0;
      end = 0;
    } else if (bytes.length - end < bytes.length / 2) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      start = 0;
    }
  }
}
