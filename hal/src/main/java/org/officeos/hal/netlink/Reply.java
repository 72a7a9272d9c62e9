package org.officeos.hal.netlink;

import java.util.List;

/** How a request to the kernel ended. */
public sealed interface Reply {

  /**
   * Well: the parts of the answer in order, none where there is nothing but the acknowledgement.
   */
  record Complete(List<NetlinkMessage> parts) implements Reply {

    /** Keeps a copy. */
    public Complete {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Something changed or was lost while the kernel told all it has: what came is not one moment's
   * picture. Ask again.
   */
  record Interrupted() implements Reply {}

  /** With a no. */
  record Refused(KernelRefusal refusal) implements Reply {}
}
