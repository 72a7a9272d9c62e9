package org.officeos.hil.timeline;

import java.util.Arrays;
import java.util.Optional;

/** What a capture's frames begin with (tcpdump.org's list of link types). */
enum LinkType {
  /** The frame itself. */
  IEEE_802_11(105),
  /** What the receiver knew of it, then the frame. */
  RADIOTAP(127);

  private final int number;

  LinkType(int number) {
    this.number = number;
  }

  static Optional<LinkType> of(int number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  int number() {
    return number;
  }
}
