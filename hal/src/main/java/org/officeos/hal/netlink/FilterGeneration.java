package org.officeos.hal.netlink;

import java.util.List;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks nf_tables for the number of its generation, which grows with every change of its rules: what
 * was read between two equal numbers belongs together. The messages have the form that {@link
 * FilterChains} shows. Source: linux/netfilter/nf_tables.h.
 */
public final class FilterGeneration {

  /** {@code NFNLGRP_NFTABLES}: the multicast group in which changes are told. */
  public static final int GROUP = 7;

  private static final int NEWGEN = FilterChains.SUBSYSTEM | 15;
  private static final int GETGEN = FilterChains.SUBSYSTEM | 16;
  private static final int ATTR_ID = 1;

  private FilterGeneration() {}

  /** The request; its answer is one message. */
  public static NetlinkMessage request(int sequence) {
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK;
    return new NetlinkMessage(GETGEN, flags, sequence, 0, new byte[FilterChains.FIXED]);
  }

  /**
   * The number, which has no order that matters.
   *
   * @throws FormatException {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code WRONG_SIZE}
   */
  public static int read(List<NetlinkMessage> answer) throws FormatException {
    if (answer.size() != 1) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    return FilterSteps.number(FilterChains.attributes(answer.get(0), NEWGEN), ATTR_ID);
  }
}
