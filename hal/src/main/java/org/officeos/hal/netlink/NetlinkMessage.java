package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * One netlink message. Numbers are in the machine's byte order, which is little-endian on all
 * machines this product runs on.
 *
 * <pre>
 *   0        4      6       8          12       16
 *   +--------+------+-------+----------+--------+---------+----------+
 *   | length | type | flags | sequence | port   | payload | padding  |
 *   | u32    | u16  | u16   | u32      | u32    |         | to 4     |
 *   +--------+------+-------+----------+--------+---------+----------+
 * </pre>
 *
 * <p>The length counts header and payload, not the padding. Source: netlink(7), struct nlmsghdr in
 * linux/netlink.h.
 *
 * @param type below 16 a word of netlink itself, else the family's
 * @param flags {@code NLM_F_…}, 16 bits
 * @param sequence the asker's number; an answer repeats it, a notification has 0
 * @param port whom an answer goes to; 0 in requests
 * @param payload what follows the header; a copy is kept and copies are given out
 */
public record NetlinkMessage(int type, int flags, int sequence, int port, byte[] payload) {

  /** Bytes in a header. */
  public static final int HEADER = 16;

  /** Longest payload this codec writes or reads: 1 MiB. */
  public static final int MAX_PAYLOAD = 1 << 20;

  /** {@code NLMSG_NOOP}. */
  public static final int NOOP = 1;

  /** {@code NLMSG_ERROR}: a refusal, or with error 0 an acknowledgement. */
  public static final int ERROR = 2;

  /** {@code NLMSG_DONE}: the end of a dump. */
  public static final int DONE = 3;

  /** {@code NLMSG_OVERRUN}: something was lost. */
  public static final int OVERRUN = 4;

  /** {@code NLM_F_REQUEST}. */
  public static final int F_REQUEST = 0x01;

  /** {@code NLM_F_MULTI}: one part of several. */
  public static final int F_MULTI = 0x02;

  /** {@code NLM_F_ACK}: answer even where there is nothing to say. */
  public static final int F_ACK = 0x04;

  /** {@code NLM_F_DUMP_INTR}: what is dumped changed meanwhile. */
  public static final int F_DUMP_INTERRUPTED = 0x10;

  /** {@code NLM_F_CAPPED}: a refusal that does not repeat the request. */
  public static final int F_CAPPED = 0x100;

  /** {@code NLM_F_ACK_TLVS}: a refusal with attributes that explain it. */
  public static final int F_ACK_TLVS = 0x200;

  /** {@code NLM_F_DUMP}: all there are. */
  public static final int F_DUMP = 0x300;

  private static final int MAX_U16 = 0xffff;
  private static final int MAX_MESSAGES = 8192;

  /** Refuses what does not fit its field. */
  public NetlinkMessage {
    if (type < 0 || type > MAX_U16 || flags < 0 || flags > MAX_U16) {
      throw new IllegalArgumentException("type and flags have 16 bits");
    }
    if (payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("payload of " + payload.length + " bytes");
    }
    payload = payload.clone();
  }

  /** A fresh copy of what follows the header. */
  @Override
  public byte[] payload() {
    return payload.clone();
  }

  /** The request for all there are of a type; the asker's port is the kernel's to fill in. */
  static NetlinkMessage dump(int type, int sequence, byte[] payload) {
    return new NetlinkMessage(type, F_REQUEST | F_DUMP, sequence, 0, payload);
  }

  byte[] sharedPayload() {
    return payload;
  }

  /**
   * The payload itself, not a copy, of a message that must be of a type and have its fixed fields.
   *
   * @param fixed how long those are, bytes
   * @throws FormatException {@code WRONG_KIND}, or {@code WRONG_SIZE} where it is shorter
   */
  byte[] payloadOf(int wanted, int fixed) throws FormatException {
    if (type != wanted) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    if (payload.length < fixed) {
      throw new FormatException(Reason.WRONG_SIZE, 0);
    }
    return payload;
  }

  /** Whether all of these flags are set. */
  public boolean has(int wanted) {
    return (flags & wanted) == wanted;
  }

  /** The message as it is sent, with its padding. */
  public byte[] encoded() {
    int length = HEADER + payload.length;
    return ByteBuffer.allocate(aligned(length))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .putShort((short) type)
        .putShort((short) flags)
        .putInt(sequence)
        .putInt(port)
        .put(payload)
        .array();
  }

  /**
   * The messages of one datagram, in order. The last one may lack its padding.
   *
   * @throws FormatException {@code HEADER_TRUNCATED}, {@code LENGTH_TOO_SHORT}, {@code
   *     LENGTH_PAST_END}, {@code TOO_MANY}; the whole datagram is refused then
   */
  public static List<NetlinkMessage> split(byte[] datagram) throws FormatException {
    ByteBuffer in = ByteBuffer.wrap(datagram).order(ByteOrder.LITTLE_ENDIAN);
    List<NetlinkMessage> messages = new ArrayList<>();
    int at = 0;
    while (at < datagram.length) {
      if (datagram.length - at < HEADER) {
        throw new FormatException(Reason.HEADER_TRUNCATED, at);
      }
      int length = in.getInt(at);
      if (length >= 0 && length < HEADER) {
        throw new FormatException(Reason.LENGTH_TOO_SHORT, at);
      }
      if (length < 0 || length > datagram.length - at) {
        throw new FormatException(Reason.LENGTH_PAST_END, at);
      }
      if (messages.size() == MAX_MESSAGES || length - HEADER > MAX_PAYLOAD) {
        throw new FormatException(Reason.TOO_MANY, at);
      }
      messages.add(
          new NetlinkMessage(
              in.getShort(at + 4) & MAX_U16,
              in.getShort(at + 6) & MAX_U16,
              in.getInt(at + 8),
              in.getInt(at + 12),
              Arrays.copyOfRange(datagram, at + HEADER, at + length)));
      at += aligned(length);
    }
    return List.copyOf(messages);
  }

  static int aligned(int length) {
    return (length + 3) & ~3;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetlinkMessage that
        && type == that.type
        && flags == that.flags
        && sequence == that.sequence
        && port == that.port
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type + sequence) + Arrays.hashCode(payload);
  }

  /** The kind, and the payload's length. */
  @Override
  public String toString() {
    return "netlink[type "
        + type
        + ", flags 0x"
        + Integer.toHexString(flags)
        + ", sequence "
        + sequence
        + ", "
        + payload.length
        + " bytes]";
  }
}
