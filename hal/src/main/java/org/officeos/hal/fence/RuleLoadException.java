package org.officeos.hal.fence;

/** Why rules were not loaded. The message names the next step. */
public final class RuleLoadException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** There is no {@code nft} on this machine. */
    NO_PROGRAM("there is no nft: install the package nftables"),
    /** This process may not change the packet filter. */
    NOT_PERMITTED("the packet filter may not be changed: it takes CAP_NET_ADMIN"),
    /** The kernel, or nft itself, does not take these rules. */
    REFUSED("the packet filter does not take the rules"),
    /** Nothing was said in time. */
    TIMED_OUT("nft did not end in time");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  private final Reason reason;

  /**
   * A reason.
   *
   * @param detail what was said, harmless on a terminal; may be empty
   */
  public RuleLoadException(Reason reason, String detail) {
    super(detail.isEmpty() ? reason.text() : reason.text() + " (" + detail + ")");
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
