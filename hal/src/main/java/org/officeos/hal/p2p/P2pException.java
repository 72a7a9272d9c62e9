package org.officeos.hal.p2p;

/** A request of {@link WifiP2p} that failed, with its reason. The message holds no credential. */
public final class P2pException extends Exception {

  private static final long serialVersionUID = 1L;

  private final P2pReason reason;
  private final String detail;

  /** A failure that the reason tells in full. */
  public P2pException(P2pReason reason) {
    super(reason.cause() + ": " + reason.next());
    this.reason = reason;
    this.detail = "";
  }

  /** A failure with a detail, such as what was found in place of what was wanted. */
  public P2pException(P2pReason reason, String detail) {
    super(reason.cause() + " (" + detail + "): " + reason.next());
    this.reason = reason;
    this.detail = detail;
  }

  /** A failure with its cause. */
  public P2pException(P2pReason reason, String detail, Throwable cause) {
    super(reason.cause() + " (" + detail + "): " + reason.next(), cause);
    this.reason = reason;
    this.detail = detail;
  }

  /** Which of the closed list. */
  public P2pReason reason() {
    return reason;
  }

  /** What was found in place of what was wanted, without the reason's own words; may be empty. */
  public String detail() {
    return detail;
  }
}
