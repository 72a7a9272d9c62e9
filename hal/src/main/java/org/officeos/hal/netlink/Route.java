package org.officeos.hal.netlink;

import java.util.OptionalInt;

/**
 * The way that the kernel takes to one address now.
 *
 * @param type {@code RTN_…} of linux/rtnetlink.h
 * @param index the interface it leaves by; empty where it leaves by none or by several
 * @param viaGateway whether somebody else passes it on
 */
public record Route(int type, OptionalInt index, boolean viaGateway) {

  /** {@code RTN_UNICAST}: to one other machine. */
  public static final int UNICAST = 1;

  /** Whether it leads straight out of that interface, to whom it is meant for. */
  public boolean isStraightOutOf(int interfaceIndex) {
    return type == UNICAST
        && !viaGateway
        && index.isPresent()
        && index.getAsInt() == interfaceIndex;
  }
}
