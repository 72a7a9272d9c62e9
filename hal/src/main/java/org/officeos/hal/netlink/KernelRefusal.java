package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * The kernel said no.
 *
 * <pre>
 *   0       4                    20
 *   +-------+--------------------+------------------------------+------------+
 *   | error | the request's      | the request's payload, where | attributes |
 *   | s32   | header, 16 bytes   | NLM_F_CAPPED is not set      | that       |
 *   |       |                    |                              | explain    |
 *   +-------+--------------------+------------------------------+------------+
 * </pre>
 *
 * <p>The end of a dump carries the error and the attributes only. Source: struct nlmsgerr in
 * linux/netlink.h.
 *
 * @param errno 1 to 4095, as {@code errno(3)} lists them
 * @param words the kernel's own, where it gave some
 * @param at the byte of the request it stumbled at, where it told
 */
public record KernelRefusal(int errno, Optional<String> words, OptionalInt at) {

  /** Not allowed: the process lacks {@code CAP_NET_ADMIN}. */
  public static final int EPERM = 1;

  /** There is no such thing. */
  public static final int ENOENT = 2;

  /** There is no such entry. */
  public static final int ESRCH = 3;

  /** There is no such device or address. */
  public static final int ENXIO = 6;

  /** A route forbids it. */
  public static final int EACCES = 13;

  /** It is in use. */
  public static final int EBUSY = 16;

  /** The device is gone. */
  public static final int ENODEV = 19;

  /** A value that cannot be. */
  public static final int EINVAL = 22;

  /** This kernel or driver cannot do that. */
  public static final int EOPNOTSUPP = 95;

  /** The thing has nothing of this address family. */
  public static final int EAFNOSUPPORT = 97;

  /** There is no such address here. */
  public static final int EADDRNOTAVAIL = 99;

  /** No route leads there. */
  public static final int ENETUNREACH = 101;

  /** A route says that nobody is there. */
  public static final int EHOSTUNREACH = 113;

  /** The radio is blocked. */
  public static final int ERFKILL = 132;

  private static final int MAX_ERRNO = 4095;
  private static final int MAX_WORDS = 1024;
  private static final int ATTR_MSG = 1;
  private static final int ATTR_OFFS = 2;

  /** Refuses what is no errno. */
  public KernelRefusal {
    if (errno < 1 || errno > MAX_ERRNO) {
      throw new IllegalArgumentException("not an errno: " + errno);
    }
  }

  /**
   * What an {@code NLMSG_ERROR} or {@code NLMSG_DONE} says; empty where it says that all went well.
   *
   * @throws FormatException {@code WRONG_KIND}, {@code WRONG_SIZE}, {@code OUT_OF_RANGE}, or one of
   *     the attributes'
   */
  public static Optional<KernelRefusal> of(NetlinkMessage message) throws FormatException {
    byte[] payload = message.sharedPayload();
    boolean isError = message.type() == NetlinkMessage.ERROR;
    if (!isError && message.type() != NetlinkMessage.DONE) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    int fixed = isError ? Integer.BYTES + NetlinkMessage.HEADER : Integer.BYTES;
    if (payload.length < fixed) {
      throw new FormatException(Reason.WRONG_SIZE, 0);
    }
    ByteBuffer in = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    int error = in.getInt(0);
    if (error >= 0 || error < -MAX_ERRNO) {
      if (error == 0 || !isError) {
        return Optional.empty();
      }
      throw new FormatException(Reason.OUT_OF_RANGE, 0);
    }
    Optional<String> words = Optional.empty();
    OptionalInt at = OptionalInt.empty();
    if (message.has(NetlinkMessage.F_ACK_TLVS)) {
      int begin = fixed;
      if (isError && !message.has(NetlinkMessage.F_CAPPED)) {
        begin = afterRequest(in, payload.length);
      }
      Attributes explained = Attributes.parse(payload, begin, payload.length);
      words = explained.text(ATTR_MSG, MAX_WORDS);
      at = explained.u32(ATTR_OFFS);
    }
    return Optional.of(new KernelRefusal(-error, words, at));
  }

  private static int afterRequest(ByteBuffer in, int end) throws FormatException {
    int length = in.getInt(Integer.BYTES);
    if (length < NetlinkMessage.HEADER || length > end - Integer.BYTES) {
      throw new FormatException(Reason.LENGTH_PAST_END, Integer.BYTES);
    }
    return Math.min(end, Integer.BYTES + NetlinkMessage.aligned(length));
  }

  /** For a log line and for a person. */
  @Override
  public String toString() {
    return name() + words.map(text -> ": " + text).orElse("");
  }

  private String name() {
    return switch (errno) {
      case EPERM -> "EPERM, not allowed";
      case ENOENT -> "ENOENT, no such thing";
      case ESRCH -> "ESRCH, no such entry";
      case ENXIO -> "ENXIO, no such device or address";
      case EADDRNOTAVAIL -> "EADDRNOTAVAIL, no such address";
      case EACCES -> "EACCES, forbidden";
      case EBUSY -> "EBUSY, in use";
      case ENODEV -> "ENODEV, no such device";
      case EINVAL -> "EINVAL, a value that cannot be";
      case EOPNOTSUPP -> "EOPNOTSUPP, not possible here";
      case ENETUNREACH -> "ENETUNREACH, no way there";
      case EHOSTUNREACH -> "EHOSTUNREACH, nobody there";
      case ERFKILL -> "ERFKILL, the radio is blocked";
      default -> "errno " + errno;
    };
  }
}
