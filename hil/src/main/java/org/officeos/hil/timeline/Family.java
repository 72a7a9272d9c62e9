package org.officeos.hil.timeline;

import java.util.Locale;

/** What frames are for, which is what their colour says. */
enum Family {
  /** Being found. */
  SEARCH,
  /** Agreeing on a group. */
  AGREE,
  /** Being let in: association, push button or PIN, keys. */
  ADMIT,
  /** The group's traffic. */
  TRAFFIC,
  /** Being sent away, or leaving. */
  LEAVE,
  /** What the rest is. */
  OTHER;

  /** As a class of the page's style. */
  String style() {
    return "f-" + name().toLowerCase(Locale.ROOT);
  }
}
