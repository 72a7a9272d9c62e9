package org.officeos.hal.linux;

import java.util.Optional;
import org.officeos.hal.netlink.KernelRefusal;

/** Why the kernel could not be asked, or what it refused, out of a closed list. */
public final class NetlinkException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** No C library could be loaded. */
    NO_LIBRARY,
    /** The kernel gave no socket of this kind. */
    NO_SOCKET,
    /** The kernel has no generic netlink family of this name, such as no Wi-Fi at all. */
    FAMILY_ABSENT,
    /** The family has no multicast group of this name. */
    GROUP_ABSENT,
    /** The kernel did not let us into a multicast group, or took no other option. */
    OPTION_REFUSED,
    /** The request was not taken. */
    NOT_SENT,
    /** Nothing could be received. */
    NOT_RECEIVED,
    /** Notifications were lost, {@code ENOBUFS}: ask for all anew. */
    OVERRUN,
    /** A datagram longer than any that is expected. */
    TOO_LONG,
    /** The answer did not come in time. */
    TIMED_OUT,
    /** What came is not what the kernel sends. */
    MALFORMED,
    /** What was asked for changed each time while it was told. */
    STILL_CHANGING,
    /** The kernel answered with an error; see {@link NetlinkException#refusal()}. */
    REFUSED
  }

  private final Reason reason;
  private final transient Optional<KernelRefusal> refusal;

  /** An exception that says why, with what was seen for people. */
  public NetlinkException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    refusal = Optional.empty();
  }

  /** The same, with what lay behind it. */
  public NetlinkException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    refusal = Optional.empty();
  }

  /** The kernel's no. */
  public NetlinkException(KernelRefusal refusal) {
    super(Reason.REFUSED + ": " + refusal);
    this.reason = Reason.REFUSED;
    this.refusal = Optional.of(refusal);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What the kernel answered; there with {@code REFUSED} only. */
  public Optional<KernelRefusal> refusal() {
    return refusal;
  }
}
