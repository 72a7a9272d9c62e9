package org.officeos.hal.netlink;

/**
 * A route with the kernel's own words for it, which are what removes exactly this one: metric, type
 * of service and all its ways are in them.
 *
 * @param route what is to be known of it
 * @param told the message that told of it
 */
public record RouteEntry(IpRoute route, NetlinkMessage told) {

  private static final int RTM_DELROUTE = 25;

  /**
   * The request to remove it; takes {@code CAP_NET_ADMIN}. {@code ESRCH} where it is gone already.
   */
  public NetlinkMessage remove(int sequence) {
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK;
    return new NetlinkMessage(RTM_DELROUTE, flags, sequence, 0, told.sharedPayload());
  }
}
