package org.officeos.hal.linux;

import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;

/** File descriptors of our own, which nobody else closes. */
final class Descriptors {

  private Descriptors() {}

  /** Lets go of one that is open; that it is not is a fault of ours. */
  static void close(LibC libc, int fd) {
    try {
      libc.close(fd);
    } catch (ErrnoException e) {
      throw new IllegalStateException("a descriptor that was just used is not open", e);
    }
  }
}
