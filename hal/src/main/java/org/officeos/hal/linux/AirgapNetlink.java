package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.NetworkLink.Bus;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.FilterChains;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.LinkAddresses;
import org.officeos.hal.netlink.LinkDetail;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.Qdiscs;
import org.officeos.hal.netlink.Radios;
import org.officeos.hal.netlink.RouteTables;
import org.officeos.hal.netlink.RoutingRule;
import org.officeos.hal.netlink.RoutingRules;
import org.officeos.hal.netlink.Wiphy;

/** The parts of a snapshot that the kernel tells over netlink, of this thread's namespace. */
final class AirgapNetlink {

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final String RTNETLINK = "rtnetlink";

  /** Reads a whole answer. */
  private interface Codec<T> {

    List<T> read(List<NetlinkMessage> parts) throws FormatException;
  }

  /** The request for all of one family. */
  private interface FamilyRequest {

    NetlinkMessage of(boolean ipv6, int sequence);
  }

  /** Asks when the first of several wants the answer, and again only after a refusal. */
  private static final class Once<T> implements PartReader.FromKernel<T> {

    private final PartReader.FromKernel<T> from;
    private Optional<T> answer = Optional.empty();

    Once(PartReader.FromKernel<T> from) {
      this.from = from;
    }

    @Override
    public T read() throws NetlinkException {
      if (answer.isEmpty()) {
        answer = Optional.of(from.read());
      }
      return answer.get();
    }
  }

  private final LibC libc;
  private final LongSupplier nanos;
  private final Path sys;

  AirgapNetlink(LibC libc, LongSupplier nanos, Path sys) {
    this.libc = libc;
    this.nanos = nanos;
    this.sys = sys;
  }

  Snapshot into(Snapshot before) {
    Once<Radios> radios = new Once<>(this::radios);
    return filter(before, radios)
        .with(
            Part.WAKING,
            PartReader.kernel(
                Part.WAKING,
                "nl80211",
                () -> new WakeReader(libc, nanos).waking(radios.read().radios())))
        .with(
            Part.ROUTES,
            PartReader.kernel(
                Part.ROUTES,
                RTNETLINK,
                () ->
                    ofBothFamilies(
                        RouteTables::request, RouteTables::read, each -> each.to().isIpv6())))
        .with(
            Part.RULES,
            PartReader.kernel(
                Part.RULES,
                RTNETLINK,
                () -> ofBothFamilies(RoutingRules::request, RoutingRules::read, RoutingRule::ipv6)))
        .with(
            Part.QDISCS,
            PartReader.kernel(
                Part.QDISCS, RTNETLINK, () -> dump(Links.PROTOCOL, Qdiscs::request, Qdiscs::read)));
  }

  /** The packet filter, and what its rules are about. */
  Snapshot filter(Snapshot before) {
    return filter(before, new Once<>(this::radios));
  }

  private Snapshot filter(Snapshot before, Once<Radios> radios) {
    SysfsRadios drivers = new SysfsRadios(sys);
    return before
        .with(Part.LINKS, PartReader.kernel(Part.LINKS, RTNETLINK, this::links))
        .with(
            Part.RADIOS,
            PartReader.kernel(
                Part.RADIOS,
                "nl80211",
                () -> radios.read().radios().stream().map(each -> radio(each, drivers)).toList()))
        .with(
            Part.WIRELESS,
            PartReader.kernel(Part.WIRELESS, "nl80211", () -> radios.read().interfaces()))
        .with(
            Part.ADDRESSES,
            PartReader.kernel(
                Part.ADDRESSES,
                RTNETLINK,
                () -> dump(Links.PROTOCOL, LinkAddresses::request, LinkAddresses::read)))
        .with(
            Part.CHAINS,
            PartReader.kernel(
                Part.CHAINS,
                "nf_tables",
                () -> dump(FilterChains.PROTOCOL, FilterChains::request, FilterChains::read)))
        .with(
            Part.FILTER,
            PartReader.kernel(Part.FILTER, "nf_tables", new FilterReader(libc, nanos)::content));
  }

  private <T> List<T> dump(int protocol, NetlinkSocket.Request request, Codec<T> codec)
      throws NetlinkException {
    try (NetlinkSocket socket = NetlinkSocket.open(libc, protocol, nanos)) {
      return codec.read(socket.dump(request, WITHIN));
    } catch (FormatException e) {
      throw new NetlinkException(NetlinkException.Reason.MALFORMED, "an answer", e);
    }
  }

  private List<NetworkLink> links() throws NetlinkException {
    List<NetworkLink> links = new ArrayList<>();
    for (LinkDetail each : dump(Links.PROTOCOL, Links::request, Links::details)) {
      links.add(link(each, bus(sys, each.link().name())));
    }
    return List.copyOf(links);
  }

  static NetworkLink link(LinkDetail each, Bus bus) {
    return new NetworkLink(
        each.link().index(),
        each.link().name(),
        each.link().isUp(),
        each.link().isRunning(),
        each.link().kind(),
        each.kind(),
        each.master(),
        bus,
        each.xdp());
  }

  /** The bus; a device of another namespace than the one that {@code /sys} shows is not there. */
  static Bus bus(Path sys, String name) {
    Path device = sys.resolve("class/net").resolve(name);
    try {
      Optional<Path> place = PartReader.target(device);
      if (place.isPresent() && place.get().toString().contains("/virtual/")) {
        return Bus.VIRTUAL;
      }
      String subsystem =
          PartReader.target(device.resolve("device/subsystem")).map(PartReader::name).orElse("");
      return switch (subsystem) {
        case "usb" -> Bus.USB;
        case "sdio" -> Bus.SDIO;
        case "pci" -> Bus.PCI;
        case "platform" -> Bus.PLATFORM;
        default -> Bus.OTHER;
      };
    } catch (IOException e) {
      return Bus.OTHER;
    }
  }

  static Radio radio(Wiphy each, SysfsRadios drivers) {
    return new Radio(
        each.index(), each.name(), drivers.driver(each.name()).orElse("unknown"), each.types());
  }

  private Radios radios() throws NetlinkException {
    try {
      return new RadioReader(libc, nanos).radios();
    } catch (NetlinkException e) {
      if (e.reason() == NetlinkException.Reason.FAMILY_ABSENT) {
        return new Radios(List.of(), List.of());
      }
      throw e;
    }
  }

  private <T> List<T> ofBothFamilies(FamilyRequest request, Codec<T> codec, Predicate<T> isIpv6)
      throws NetlinkException {
    List<T> all = new ArrayList<>(dump(Links.PROTOCOL, n -> request.of(false, n), codec));
    for (T each : ofIpv6(n -> request.of(true, n), codec)) {
      if (isIpv6.test(each)) {
        all.add(each);
      }
    }
    return List.copyOf(all);
  }

  /** A kernel without IPv6 refuses, or tells of other families again. */
  private <T> List<T> ofIpv6(NetlinkSocket.Request request, Codec<T> codec)
      throws NetlinkException {
    try {
      return dump(Links.PROTOCOL, request, codec);
    } catch (NetlinkException e) {
      int errno = e.refusal().map(KernelRefusal::errno).orElse(0);
      if (PartReader.isMissing(errno) || errno == LibC.EAFNOSUPPORT) {
        return List.of();
      }
      throw e;
    }
  }
}
