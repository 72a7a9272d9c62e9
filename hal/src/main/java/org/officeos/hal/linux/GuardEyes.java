package org.officeos.hal.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.NetworkLink.Bus;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.Forwardings;
import org.officeos.hal.netlink.GenericFamily;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.LinkAddresses;
import org.officeos.hal.netlink.LinkDetail;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.RouteEntry;
import org.officeos.hal.netlink.RouteTables;
import org.officeos.hal.netlink.Wiphy;
import org.officeos.hal.netlink.WiphyDump;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.netlink.WirelessInterfaces;

/** Asks the kernel how the network stands, over two sockets that stay open. For one thread. */
final class GuardEyes implements AutoCloseable {

  private static final int GENERIC = 16;
  private static final Standing<List<Radio>> NOTHING_READ = new Standing<>(List.of(), -1, 0);
  private static final String NL80211 = "nl80211";
  private static final Duration WITHIN = Duration.ofSeconds(2);

  /** A request for all of one family. */
  private interface Asked {

    NetlinkMessage numbered(boolean ipv6, int sequence);
  }

  /** Reads a whole answer. */
  private interface Codec<T> {

    List<T> read(List<NetlinkMessage> parts) throws FormatException;
  }

  private final NetlinkSocket route;
  private final NetlinkSocket generic;
  private final Path sys;
  private final LongSupplier nanos;
  private Standing<List<Radio>> radios = NOTHING_READ;
  private Optional<Standing<GenericFamily>> family = Optional.empty();

  GuardEyes(LibC libc, LongSupplier nanos, Path sys) throws NetlinkException {
    this.sys = sys;
    this.nanos = nanos;
    route = NetlinkSocket.open(libc, Links.PROTOCOL, nanos);
    try {
      generic = NetlinkSocket.open(libc, GENERIC, nanos);
    } catch (NetlinkException e) {
      route.close();
      throw e;
    }
  }

  /** The socket for rtnetlink's requests. */
  NetlinkSocket route() {
    return route;
  }

  /**
   * Radios and their interfaces; what the radios can do is asked only where that may be new.
   *
   * @param whole also where all interfaces are those of radios that are known
   */
  GuardEvent.RadiosSeen radios(GuardEars ears, boolean whole)
      throws NetlinkException, FormatException {
    Optional<GenericFamily> known =
        family.flatMap(each -> each.still(ears.told(), nanos.getAsLong()));
    try {
      GenericFamily nl80211 =
          known.isPresent() ? known.get() : RadioReader.family(generic, NL80211);
      ears.hear(nl80211);
      if (known.isEmpty()) {
        family = Optional.of(new Standing<>(nl80211, ears.told(), nanos.getAsLong()));
      }
      return radios(nl80211.id(), ears.told(), whole);
    } catch (NetlinkException e) {
      family = Optional.empty();
      if (known.isPresent() && e.refusal().isPresent()) {
        // Its number was that of a module that has gone.
        return radios(ears, whole);
      }
      if (e.reason() == NetlinkException.Reason.FAMILY_ABSENT) {
        radios = NOTHING_READ;
        return new GuardEvent.RadiosSeen(List.of(), List.of());
      }
      throw e;
    } catch (FormatException e) {
      family = Optional.empty();
      throw e;
    }
  }

  private GuardEvent.RadiosSeen radios(int family, long told, boolean whole)
      throws NetlinkException, FormatException {
    List<WirelessInterface> wireless = wireless(family);
    Set<Integer> known = radios.what().stream().map(Radio::index).collect(Collectors.toSet());
    boolean stands = !whole || radios.still(told, nanos.getAsLong()).isPresent();
    if (!stands || !wireless.stream().allMatch(each -> known.contains(each.wiphy()))) {
      radios = new Standing<>(radios(family), told, nanos.getAsLong());
    }
    return new GuardEvent.RadiosSeen(radios.what(), wireless);
  }

  private List<WirelessInterface> wireless(int family) throws NetlinkException, FormatException {
    List<NetlinkMessage> told = generic.dump(n -> WirelessInterfaces.request(family, n), WITHIN);
    return WirelessInterfaces.read(told, family);
  }

  private List<Radio> radios(int family) throws NetlinkException, FormatException {
    SysfsRadios drivers = new SysfsRadios(sys);
    List<Radio> found = new ArrayList<>();
    for (Wiphy each :
        WiphyDump.read(generic.dump(n -> WiphyDump.request(family, n), WITHIN), family)) {
      found.add(AirgapNetlink.radio(each, drivers));
    }
    return found;
  }

  /** The rest. Routes come before the addresses that excuse some of them. */
  GuardEvent.NetworkSeen network() throws NetlinkException, FormatException {
    List<RouteEntry> routes = ofBoth(RouteTables::request, RouteTables::entries);
    List<Forwarding> forwarding = ofBoth(Forwardings::request, Forwardings::read);
    List<LinkAddress> addresses = LinkAddresses.read(route.dump(LinkAddresses::request, WITHIN));
    List<NetworkLink> links = new ArrayList<>();
    for (LinkDetail each : Links.details(route.dump(Links::request, WITHIN))) {
      boolean wanted = each.link().isUp() && each.kind().isEmpty();
      Bus bus = wanted ? AirgapNetlink.bus(sys, each.link().name()) : Bus.OTHER;
      links.add(AirgapNetlink.link(each, bus));
    }
    return new GuardEvent.NetworkSeen(links, addresses, routes, forwarding);
  }

  /** Of both families; a kernel without IPv6 refuses to tell of it. */
  private <T> List<T> ofBoth(Asked asked, Codec<T> codec) throws NetlinkException, FormatException {
    List<T> all = new ArrayList<>(codec.read(route.dump(n -> asked.numbered(false, n), WITHIN)));
    try {
      all.addAll(codec.read(route.dump(n -> asked.numbered(true, n), WITHIN)));
    } catch (NetlinkException e) {
      int errno = e.refusal().map(KernelRefusal::errno).orElse(0);
      if (!PartReader.isMissing(errno) && errno != LibC.EAFNOSUPPORT) {
        throw e;
      }
    }
    return all.stream().distinct().toList();
  }

  @Override
  public void close() {
    route.close();
    generic.close();
  }
}
