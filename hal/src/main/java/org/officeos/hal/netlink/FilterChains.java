package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;

/**
 * Asks nf_tables for all chains, and reads the base chains: those that packets come to. Takes
 * {@code CAP_NET_ADMIN}. Rules of the old iptables are not among them.
 *
 * <pre>
 *   0        1         2          4
 *   +--------+---------+----------+------------+
 *   | family | version | resource | attributes |   numbers in attributes are big-endian
 *   | u8     | u8      | u16      |            |
 *   +--------+---------+----------+------------+
 * </pre>
 *
 * <p>There is no request here that changes a rule. Source: linux/netfilter/nf_tables.h.
 */
public final class FilterChains {

  /** {@code NETLINK_NETFILTER}: the protocol of the socket. */
  public static final int PROTOCOL = 12;

  static final int FIXED = 4;
  static final int SUBSYSTEM = 10 << 8;
  private static final int NEWCHAIN = SUBSYSTEM | 3;
  private static final int GETCHAIN = SUBSYSTEM | 4;
  private static final int ATTR_TABLE = 1;
  private static final int ATTR_NAME = 3;
  private static final int ATTR_HOOK = 4;
  private static final int ATTR_POLICY = 5;
  private static final int ATTR_TYPE = 7;
  private static final int HOOK_NUMBER = 1;
  private static final int HOOK_DEVICE = 3;
  private static final int HOOK_DEVICES = 4;
  static final int MAX_NAME = 255;
  private static final int DROP = 0;

  private FilterChains() {}

  /** The request for all of all families; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    return NetlinkMessage.dump(GETCHAIN, sequence, new byte[FIXED]);
  }

  /**
   * The base chains of a whole answer, in its order.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static List<FilterChain> read(List<NetlinkMessage> parts) throws FormatException {
    List<FilterChain> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      Attributes attributes = attributes(part, NEWCHAIN);
      Optional<Attribute> hook = attributes.find(ATTR_HOOK);
      if (hook.isPresent()) {
        all.add(chain(family(part), attributes, hook.get().nested()));
      }
    }
    return List.copyOf(all);
  }

  private static FilterChain chain(Family family, Attributes attributes, Attributes hook)
      throws FormatException {
    Optional<Attribute> policy = attributes.find(ATTR_POLICY);
    return new FilterChain(
        family,
        attributes.get(ATTR_TABLE).text(MAX_NAME),
        attributes.get(ATTR_NAME).text(MAX_NAME),
        attributes.text(ATTR_TYPE, MAX_NAME).orElse(""),
        hook(family, Integer.reverseBytes(hook.get(HOOK_NUMBER).u32())),
        policy.isPresent() && Integer.reverseBytes(policy.get().u32()) == DROP,
        devices(hook));
  }

  private static List<String> devices(Attributes hook) throws FormatException {
    List<String> devices = new ArrayList<>();
    Optional<Attribute> several = hook.find(HOOK_DEVICES);
    if (several.isPresent()) {
      for (Attribute each : several.get().nested()) {
        devices.add(each.text(Nl80211.MAX_IFNAME));
      }
    } else {
      hook.text(HOOK_DEVICE, Nl80211.MAX_IFNAME).ifPresent(devices::add);
    }
    return devices;
  }

  /** {@code NFPROTO_…} as one of our own. */
  static Family family(int number) {
    return switch (number) {
      case 1 -> Family.INET;
      case 2 -> Family.IP;
      case 3 -> Family.ARP;
      case 5 -> Family.NETDEV;
      case 7 -> Family.BRIDGE;
      case 10 -> Family.IP6;
      default -> Family.OTHER;
    };
  }

  /** A message's attributes; refuses what is of another type. */
  static Attributes attributes(NetlinkMessage part, int type) throws FormatException {
    byte[] payload = part.payloadOf(type, FIXED);
    return Attributes.parse(payload, FIXED, payload.length);
  }

  /** Whose packets a message is about. */
  static Family family(NetlinkMessage part) {
    return family(part.sharedPayload()[0] & 0xff);
  }

  /** {@code NFPROTO_…}; 0 asks for all. */
  static int number(Family family) {
    return switch (family) {
      case INET -> 1;
      case IP -> 2;
      case ARP -> 3;
      case NETDEV -> 5;
      case BRIDGE -> 7;
      case IP6 -> 10;
      case OTHER -> 0;
    };
  }

  private static Hook hook(Family family, int number) {
    if (family == Family.NETDEV) {
      return number == 0 ? Hook.INGRESS : number == 1 ? Hook.EGRESS : Hook.OTHER;
    }
    if (family == Family.ARP) {
      return number == 0 ? Hook.INPUT : number == 1 ? Hook.OUTPUT : Hook.OTHER;
    }
    return switch (number) {
      case 0 -> Hook.PREROUTING;
      case 1 -> Hook.INPUT;
      case 2 -> Hook.FORWARD;
      case 3 -> Hook.OUTPUT;
      case 4 -> Hook.POSTROUTING;
      case 5 -> Hook.INGRESS;
      default -> Hook.OTHER;
    };
  }
}
