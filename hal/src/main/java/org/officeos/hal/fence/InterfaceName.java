package org.officeos.hal.fence;

/** What may stand between quotation marks in rules as the name of an interface. */
final class InterfaceName {

  private InterfaceName() {}

  /** Not what the kernel would not take, what has to be quoted, nor patterns. */
  static boolean isPlain(String name) {
    return name.matches("[A-Za-z0-9_.:@-]{1,15}");
  }

  /** Refuses all others. */
  static void require(String name) {
    if (!isPlain(name)) {
      throw new IllegalArgumentException("not the name of an interface that rules can have");
    }
  }
}
