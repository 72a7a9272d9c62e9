package org.officeos.hal.netlink;

import java.util.Optional;

/**
 * A network interface.
 *
 * @param index the kernel's number, 1 and more
 * @param name at most 15 characters; anyone with {@code CAP_NET_ADMIN} may change it
 * @param kind what medium: 1 Ethernet and Wi-Fi, 772 loopback, 65534 none ({@code ARPHRD_…})
 * @param flags {@code IFF_…} of linux/if.h
 * @param state whether it carries traffic
 * @param address its own, where its medium has such
 */
public record Link(
    int index,
    String name,
    int kind,
    int flags,
    OperState state,
    Optional<HardwareAddress> address) {

  /** {@code IFF_UP}: somebody switched it on. */
  public static final int F_UP = 1;

  /** {@code IFF_RUNNING}: it can carry traffic. */
  public static final int F_RUNNING = 1 << 6;

  /** {@code IFF_LOWER_UP}: it has a carrier. */
  public static final int F_LOWER_UP = 1 << 16;

  /** The loopback's {@link #kind}. */
  public static final int LOOPBACK = 772;

  /** Whether it is switched on. */
  public boolean isUp() {
    return (flags & F_UP) != 0;
  }

  /** Whether it can carry traffic. */
  public boolean isRunning() {
    return (flags & F_RUNNING) != 0;
  }

  /** Whether it has a carrier. */
  public boolean hasCarrier() {
    return (flags & F_LOWER_UP) != 0;
  }
}
