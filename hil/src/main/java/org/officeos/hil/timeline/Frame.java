package org.officeos.hil.timeline;

import java.util.Optional;

/**
 * One frame of Wi-Fi.
 *
 * @param kind what it is
 * @param source its sender; empty where the frame does not say
 * @param destination whom it is for; empty where the frame does not say
 * @param detail what else is worth saying, printable ASCII, at most 100 characters; often empty
 * @param senderName the name that its sender gives itself in it, where it does
 */
record Frame(
    FrameKind kind,
    Optional<String> source,
    Optional<String> destination,
    String detail,
    Optional<String> senderName) {

  static final Frame UNREADABLE =
      new Frame(FrameKind.UNREADABLE, Optional.empty(), Optional.empty(), "", Optional.empty());
}
