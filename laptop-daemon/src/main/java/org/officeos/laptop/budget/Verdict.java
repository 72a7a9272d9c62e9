package org.officeos.laptop.budget;

import java.time.Duration;

/** What the budget says to one request. */
public sealed interface Verdict {

  /**
   * It may go on.
   *
   * @param permit to be closed on every way out
   */
  record Granted(Permit permit, Remaining remaining) implements Verdict {}

  /**
   * It may not, now.
   *
   * @param retryAfter exactly when it may; for {@code TOO_MANY_AT_ONCE} zero, because that ends
   *     when another request does
   */
  record Refused(Why why, Duration retryAfter, Remaining remaining) implements Verdict {}

  /** The closed list of refusals. */
  enum Why {
    /** The minute's, or the short window's, requests are used up. */
    TOO_MANY_A_MINUTE,
    /** As many requests are open as may be. */
    TOO_MANY_AT_ONCE
  }
}
