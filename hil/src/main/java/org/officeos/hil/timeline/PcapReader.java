package org.officeos.hil.timeline;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.officeos.hil.timeline.CaptureException.Reason;

/**
 * Reads a classic pcap file (libpcap's {@code pcap-savefile}), in either byte order, with
 * microseconds or nanoseconds, one record at a time. What it holds does not grow with the file. A
 * file that was cut in the middle of a record ends before that record, and {@link #wasCut} says so.
 */
final class PcapReader {

  /** Bytes that are kept of a frame: all that is looked at is in its beginning. */
  static final int KEPT = 1024;

  /** The longest record that libpcap itself accepts. */
  static final int LONGEST = 262_144;

  /** Records that are read of one file. */
  static final int MOST = 4_000_000;

  private static final int MICROSECONDS = 0xA1B2C3D4;
  private static final int NANOSECONDS = 0xA1B23C4D;

  private final InputStream in;
  private final ByteOrder order;
  private final boolean nanoseconds;
  private final LinkType linkType;
  private long offset;
  private int read;
  private boolean cut;

  /**
   * Reads the file's head.
   *
   * @throws CaptureException {@code NOT_A_CAPTURE}, {@code UNKNOWN_VERSION}, {@code
   *     UNKNOWN_LINK_TYPE}
   */
  PcapReader(InputStream in) throws IOException, CaptureException {
    this.in = in;
    byte[] head = in.readNBytes(24);
    if (head.length < 24) {
      throw new CaptureException(Reason.NOT_A_CAPTURE, head.length);
    }
    ByteBuffer fields = ByteBuffer.wrap(head);
    order = orderOf(fields);
    fields.order(order);
    nanoseconds = fields.getInt(0) == NANOSECONDS;
    if (fields.getShort(4) != 2 || fields.getShort(6) != 4) {
      throw new CaptureException(Reason.UNKNOWN_VERSION, 4);
    }
    // The upper half says how long a check sum each frame carries, if any.
    linkType =
        LinkType.of(fields.getInt(20) & 0xFFFF)
            .orElseThrow(() -> new CaptureException(Reason.UNKNOWN_LINK_TYPE, 20));
    offset = 24;
  }

  private static ByteOrder orderOf(ByteBuffer fields) throws CaptureException {
    int magic = fields.getInt(0);
    if (magic == MICROSECONDS || magic == NANOSECONDS) {
      return ByteOrder.BIG_ENDIAN;
    }
    int reversed = Integer.reverseBytes(magic);
    if (reversed == MICROSECONDS || reversed == NANOSECONDS) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    throw new CaptureException(Reason.NOT_A_CAPTURE, 0);
  }

  /** What its frames begin with. */
  LinkType linkType() {
    return linkType;
  }

  /** Whether the file ended in the middle of a record. */
  boolean wasCut() {
    return cut;
  }

  /**
   * The next record; empty at the end.
   *
   * @throws CaptureException {@code FRAME_TOO_LONG}, {@code TIME_OUT_OF_RANGE}, {@code
   *     TOO_MANY_FRAMES}; there is no reading on after it
   */
  Optional<Packet> next() throws IOException, CaptureException {
    byte[] head = in.readNBytes(16);
    if (head.length < 16) {
      cut = head.length > 0;
      return Optional.empty();
    }
    if (read >= MOST) {
      throw new CaptureException(Reason.TOO_MANY_FRAMES, offset);
    }
    ByteBuffer fields = ByteBuffer.wrap(head).order(order);
    long part = Integer.toUnsignedLong(fields.getInt(4));
    if (part >= (nanoseconds ? 1_000_000_000L : 1_000_000L)) {
      throw new CaptureException(Reason.TIME_OUT_OF_RANGE, offset + 4);
    }
    long captured = Integer.toUnsignedLong(fields.getInt(8));
    if (captured > LONGEST) {
      throw new CaptureException(Reason.FRAME_TOO_LONG, offset + 8);
    }
    byte[] bytes = in.readNBytes((int) Math.min(captured, KEPT));
    try {
      in.skipNBytes(captured - bytes.length);
    } catch (EOFException e) {
      cut = true;
      return Optional.empty();
    }
    offset += 16 + captured;
    read++;
    long micros =
        Integer.toUnsignedLong(fields.getInt(0)) * 1_000_000L + (nanoseconds ? part / 1000 : part);
    long length = Integer.toUnsignedLong(fields.getInt(12));
    return Optional.of(new Packet(micros, length, bytes));
  }
}
