package org.officeos.hal.linux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.fence.RuleLoader;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.Addresses;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.InterfaceAddress;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.Link;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.Route;
import org.officeos.hal.netlink.Routes;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;

/**
 * {@link GroupNetwork} of this network namespace's kernel, over rtnetlink; what is a group, nl80211
 * tells. Each call opens sockets of its own and closes them. The address is given with the scope of
 * the link, so that it never is the sender of what leaves by a gateway elsewhere. Rules that choose
 * a route by a packet's mark, user or port are not looked at.
 */
public final class LinuxGroupNetwork implements GroupNetwork {

  /** Tells the numbers of the interfaces that are P2P groups'. */
  interface Groups {

    Set<Integer> now() throws NetlinkException;
  }

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Set<Integer> NO_WAY =
      Set.of(KernelRefusal.ENETUNREACH, KernelRefusal.EHOSTUNREACH, KernelRefusal.EACCES);

  private final LibC libc;
  private final LongSupplier nanos;
  private final Groups groups;
  private final WayFilter filter;

  LinuxGroupNetwork(LibC libc, LongSupplier nanos, Groups groups, RuleLoader loader) {
    this.libc = libc;
    this.nanos = nanos;
    this.groups = groups;
    this.filter = new WayFilter(new FilterReader(libc, nanos), loader);
  }

  /**
   * One that speaks to the kernel it runs on.
   *
   * @throws NetlinkException {@code NO_LIBRARY}
   */
  public static LinuxGroupNetwork ofThisMachine() throws NetlinkException {
    try {
      LibC libc = new NativeLibC();
      return new LinuxGroupNetwork(
          libc,
          System::nanoTime,
          () -> groups(new RadioReader(libc, System::nanoTime)),
          new NftProgram());
    } catch (LinkageError e) {
      throw new NetlinkException(
          NetlinkException.Reason.NO_LIBRARY, "JNA cannot load the C library", e);
    }
  }

  /** The interfaces of type P2P-client or P2P-GO; none where the kernel has no Wi-Fi. */
  static Set<Integer> groups(RadioReader radios) throws NetlinkException {
    try {
      return radios.interfaces().stream()
          .filter(LinuxGroupNetwork::isGroup)
          .flatMap(each -> each.index().stream().boxed())
          .collect(Collectors.toSet());
    } catch (NetlinkException e) {
      if (e.reason() == NetlinkException.Reason.FAMILY_ABSENT) {
        return Set.of();
      }
      throw e;
    }
  }

  private static boolean isGroup(WirelessInterface each) {
    return each.type() == InterfaceType.P2P_CLIENT || each.type() == InterfaceType.P2P_GO;
  }

  @Override
  public void assign(String interfaceName, Ipv4 own, Ipv4 mask) throws GroupNetworkException {
    if (!own.isMachineIn(mask)) {
      throw new GroupNetworkException(
          Reason.NO_GROUP_ADDRESS,
          own + " with mask " + mask + " is no machine's: look at the owner's address plan");
    }
    try (NetlinkSocket socket = route()) {
      Link link = link(socket, interfaceName);
      if (!groups.now().contains(link.index())) {
        throw new GroupNetworkException(
            Reason.NOT_A_GROUP, interfaceName + " is no group's: form the group first");
      }
      Optional<InterfaceAddress> other =
          addresses(socket).stream()
              .filter(each -> each.index() != link.index())
              .filter(each -> each.meets(own.bits(), mask.prefixLength()))
              .findFirst();
      if (other.isPresent()) {
        throw new GroupNetworkException(
            Reason.NETWORK_TAKEN,
            name(socket, other.get()) + " is in the network of " + own + ": use another plan");
      }
      socket.question(n -> Addresses.add(link.index(), own.bits(), mask.prefixLength(), n), WITHIN);
    } catch (NetlinkException e) {
      throw assigning(interfaceName, e);
    } catch (FormatException e) {
      throw malformed(e);
    }
  }

  private static GroupNetworkException assigning(String interfaceName, NetlinkException e) {
    int errno = e.refusal().map(KernelRefusal::errno).orElse(0);
    return switch (errno) {
      case KernelRefusal.ENODEV -> absent(interfaceName);
      case KernelRefusal.EPERM ->
          new GroupNetworkException(
              Reason.NOT_PERMITTED, "no address may be set: give the service CAP_NET_ADMIN", e);
      default -> kernel(e);
    };
  }

  @Override
  public boolean isTaken(Ipv4 address, Ipv4 mask) throws GroupNetworkException {
    int prefix = mask.prefixLength();
    if (prefix < 0) {
      throw new IllegalArgumentException("not a mask: " + mask);
    }
    try (NetlinkSocket socket = route()) {
      Set<Integer> ofGroups = groups.now();
      return addresses(socket).stream()
          .filter(each -> !ofGroups.contains(each.index()))
          .anyMatch(each -> each.meets(address.bits(), prefix));
    } catch (NetlinkException e) {
      throw kernel(e);
    } catch (FormatException e) {
      throw malformed(e);
    }
  }

  @Override
  public void requireOnlyWay(String interfaceName, Ipv4 peer) throws GroupNetworkException {
    try (NetlinkSocket socket = route()) {
      int index = link(socket, interfaceName).index();
      OptionalInt own = OptionalInt.empty();
      for (InterfaceAddress each : addresses(socket)) {
        if (each.covers(peer.bits()) && each.index() != index) {
          throw otherWay(name(socket, each) + " is in the network of " + peer + " too");
        }
        own = each.covers(peer.bits()) ? OptionalInt.of(each.own()) : own;
      }
      requireStraight(way(socket, OptionalInt.empty(), peer), interfaceName, index);
      if (own.isPresent()) {
        requireStraight(way(socket, own, peer), interfaceName, index);
      }
    } catch (NetlinkException e) {
      throw e.refusal().filter(no -> NO_WAY.contains(no.errno())).isPresent()
          ? otherWay("no way leads to " + peer + ": set the group's address first")
          : kernel(e);
    } catch (FormatException e) {
      throw malformed(e);
    }
  }

  @Override
  public void openWay(String interfaceName, Ipv4 peer, int port) throws GroupNetworkException {
    int index;
    try (NetlinkSocket socket = route()) {
      index = link(socket, interfaceName).index();
      if (!groups.now().contains(index)) {
        throw new GroupNetworkException(
            Reason.NOT_A_GROUP, interfaceName + " is no group's: form the group first");
      }
    } catch (NetlinkException e) {
      throw kernel(e);
    } catch (FormatException e) {
      throw malformed(e);
    }
    filter.open(new GroupWay(index, interfaceName, peer, port));
  }

  private static Route way(NetlinkSocket socket, OptionalInt from, Ipv4 peer)
      throws NetlinkException, FormatException {
    return Routes.read(socket.question(n -> Routes.request(from, peer.bits(), n), WITHIN));
  }

  private static void requireStraight(Route route, String interfaceName, int index)
      throws GroupNetworkException {
    if (!route.isStraightOutOf(index)) {
      throw otherWay("the way does not lead straight out of " + interfaceName + ": " + route);
    }
  }

  private NetlinkSocket route() throws NetlinkException {
    return NetlinkSocket.open(libc, Links.PROTOCOL, nanos);
  }

  private static List<InterfaceAddress> addresses(NetlinkSocket socket)
      throws NetlinkException, FormatException {
    return Addresses.read(socket.dump(Addresses::request, WITHIN));
  }

  private static List<Link> links(NetlinkSocket socket) throws NetlinkException, FormatException {
    List<NetlinkMessage> all = socket.dump(Links::request, WITHIN);
    return Links.read(all);
  }

  private static Link link(NetlinkSocket socket, String name)
      throws NetlinkException, FormatException, GroupNetworkException {
    return links(socket).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> absent(name));
  }

  private static String name(NetlinkSocket socket, InterfaceAddress of)
      throws NetlinkException, FormatException {
    return links(socket).stream()
        .filter(each -> each.index() == of.index())
        .findFirst()
        .map(Link::name)
        .orElse("an interface");
  }

  private static GroupNetworkException absent(String interfaceName) {
    return new GroupNetworkException(
        Reason.NO_SUCH_INTERFACE, interfaceName + " is gone: form the group again");
  }

  private static GroupNetworkException otherWay(String what) {
    return new GroupNetworkException(Reason.OTHER_WAY, what);
  }

  private static GroupNetworkException kernel(NetlinkException e) {
    return new GroupNetworkException(Reason.KERNEL, String.valueOf(e.getMessage()), e);
  }

  private static GroupNetworkException malformed(FormatException e) {
    return new GroupNetworkException(Reason.KERNEL, "what came is not what the kernel sends", e);
  }
}
