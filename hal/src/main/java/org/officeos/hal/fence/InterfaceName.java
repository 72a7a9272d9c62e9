package org.officeos.hal.fence;

/** What may stand between quotation marks in rules as the name of an interface. */
final class InterfaceName {

  private InterfaceName() {}

  /** Refuses what the kernel would not take, what has to be quoted, and patterns. */
  static void require(String name) {
    if (!name.matches("[A-Za-z0-9_.:@-]{1,15}")) {
      throw new IllegalArgumentException("not the name of an interface that rules can have");
    }
  }
}
