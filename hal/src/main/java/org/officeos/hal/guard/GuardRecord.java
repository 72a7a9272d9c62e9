package org.officeos.hal.guard;

import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Opening;

/**
 * What the guard writes down. Times are of the clock that it is told, in nanoseconds. Texts are for
 * people; names in them come from the machine and may be hostile.
 */
public sealed interface GuardRecord {

  /**
   * A way out stood open, and does no more.
   *
   * @param how {@link GuardAction#words}, or {@code by itself}
   * @param seen when the guard was told of it
   * @param shut when the kernel said that it is shut
   */
  record Shut(Opening opening, String how, long seen, long shut) implements GuardRecord {

    /** From seeing to shutting, nanoseconds. */
    public long took() {
      return shut - seen;
    }
  }

  /**
   * A way out stands open and could not be shut. It is tried again, and not written down again
   * until it is shut.
   *
   * @param why for people
   * @param tries how often it was tried
   */
  record Open(Opening opening, String why, int tries, long seen) implements GuardRecord {}

  /**
   * More of what was written down one by one already, which would fill a log.
   *
   * @param subject the thing, or {@code other things} where there are too many of them
   * @param times how many more there were, shut or not
   * @param slowest the longest time from seeing to shutting, nanoseconds
   */
  record Repeated(LeakVector vector, String subject, int times, long slowest)
      implements GuardRecord {}

  /** Something could not be looked at; written once, until it can be again. */
  record Blind(GuardOrder.Look what, String why) implements GuardRecord {}

  /** Something that could not be looked at can be again. */
  record Sighted(GuardOrder.Look what) implements GuardRecord {}
}
