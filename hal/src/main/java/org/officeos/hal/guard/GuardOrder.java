package org.officeos.hal.guard;

/** What the guard wants done, in its order. */
public sealed interface GuardOrder {

  /** Look, and tell what was seen before anything else happens. */
  enum Look implements GuardOrder {
    /** At radios and their interfaces. */
    RADIOS,
    /** At everything but the packet filter. */
    ALL,
    /** At the packet filter. */
    FILTER
  }

  /** Do something, and tell how it ended. */
  record Act(GuardAction action) implements GuardOrder {}

  /** Write something down. */
  record Write(GuardRecord what) implements GuardOrder {}
}
