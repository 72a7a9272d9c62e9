package org.officeos.hal.netlink;

/** Whether an interface carries traffic: RFC 2863, 3.1.14, in linux/if.h's numbers. */
public enum OperState {
  /** The driver does not tell. */
  UNKNOWN(0),
  /** The hardware is not there. */
  NOT_PRESENT(1),
  /** It does not. */
  DOWN(2),
  /** What lies below it does not. */
  LOWER_LAYER_DOWN(3),
  /** It is being tested. */
  TESTING(4),
  /** It waits, such as for a handshake. */
  DORMANT(5),
  /** It does. */
  UP(6);

  private final int number;

  OperState(int number) {
    this.number = number;
  }

  /** By the kernel's number; {@link #UNKNOWN} for one that is not listed. */
  public static OperState of(int number) {
    for (OperState state : values()) {
      if (state.number == number) {
        return state;
      }
    }
    return UNKNOWN;
  }

  /** The kernel's number. */
  public int number() {
    return number;
  }
}
