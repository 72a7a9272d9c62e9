package org.officeos.hal.airgap;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network interface.
 *
 * @param index the kernel's number
 * @param name which anyone with {@code CAP_NET_ADMIN} may choose: never trusted by itself
 * @param up whether it is switched on
 * @param running whether it can carry traffic
 * @param medium {@code ARPHRD_…}, such as 772 for loopback
 * @param kind what made it, such as {@code veth} or {@code wireguard}; hardware has none
 * @param master the bridge, bond or the like it belongs to
 * @param bus where its hardware is
 * @param xdp whether a program handles its frames before the kernel does
 */
public record NetworkLink(
    int index,
    String name,
    boolean up,
    boolean running,
    int medium,
    Optional<String> kind,
    OptionalInt master,
    Bus bus,
    boolean xdp) {

  private static final int LOOPBACK = 772;

  /** Where an interface's hardware is. */
  public enum Bus {
    /** It has none. */
    VIRTUAL,
    /** On USB. */
    USB,
    /** On the SDIO bus. */
    SDIO,
    /** On PCI. */
    PCI,
    /** Part of the chip. */
    PLATFORM,
    /** Elsewhere, or not told. */
    OTHER
  }

  /** Whether it is the loopback; told by its medium, which no other interface can have. */
  public boolean isLoopback() {
    return medium == LOOPBACK;
  }
}
