package org.officeos.hal.p2p;

/** Why the kernel's side of a group could not be set up. The message names the next step. */
public final class GroupNetworkException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** The interface is gone, or never was there: most often the group ended meanwhile. */
    NO_SUCH_INTERFACE,
    /** The interface is no P2P group's: neither P2P-client nor P2P-GO by the kernel's own word. */
    NOT_A_GROUP,
    /**
     * What the group's owner handed out is no address of a machine in a network of 8 to 30 bits: to
     * take it would lead other traffic into the group.
     */
    NO_GROUP_ADDRESS,
    /** Another interface of this machine lies in the same network. */
    NETWORK_TAKEN,
    /** The peer is reached by another way too, or by none. */
    OTHER_WAY,
    /** This process may not set addresses; it wants CAP_NET_ADMIN. */
    NOT_PERMITTED,
    /** The packet filter is loaded and could not be opened for the group. */
    FILTER,
    /** The kernel refused or did not answer, for the reason that the cause names. */
    KERNEL
  }

  private final Reason reason;

  /** A reason, and what to do. */
  public GroupNetworkException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The same, with what the kernel said. */
  public GroupNetworkException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
