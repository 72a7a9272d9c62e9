package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterStep.Source;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.netlink.LinkAddress;

/**
 * Says what is too wide about a kind of packet that a rule accepts. Right is what stays on
 * loopback, and TCP between the group's interface and one address and port: the laptop's. In chains
 * of frames, address resolution and the handshake's frames are right too.
 */
final class AcceptedKind {

  private static final String IPV4 = "02";
  private static final String TCP = "06";
  private static final String IPV4_FRAME = "0800";
  private static final String ARP_FRAME = "0806";
  private static final String EAPOL_FRAME = "888e";
  private static final int ESTABLISHED = 2;

  private final List<NetworkLink> links;
  private final List<LinkAddress> addresses;
  private final Gathered all;
  private final int port;

  AcceptedKind(Sheet sheet) {
    this.links = sheet.list(Part.LINKS);
    this.addresses = sheet.list(Part.ADDRESSES);
    this.all = Gathered.from(sheet);
    this.port = sheet.settings().port();
  }

  /** What is too wide, in words; empty where nothing is. */
  Optional<String> tooWide(FilterChain chain, Map<Source, String> kind) {
    Hook hook = chain.hook();
    return switch (hook) {
      case PREROUTING, INPUT, INGRESS -> judged(chain, kind, true);
      case OUTPUT, POSTROUTING, EGRESS -> judged(chain, kind, false);
      case FORWARD -> Optional.of("what is for others");
      case OTHER -> Optional.of("something at a hook that is not known");
    };
  }

  private Optional<String> judged(FilterChain chain, Map<Source, String> kind, boolean in) {
    List<Integer> indexes = new ArrayList<>();
    if (chain.family() == Family.NETDEV) {
      chain.devices().forEach(name -> index(name).ifPresent(indexes::add));
    } else {
      String index = kind.get(in ? Source.IN_INDEX : Source.OUT_INDEX);
      if (index == null) {
        boolean named = kind.containsKey(in ? Source.IN_NAME : Source.OUT_NAME);
        return Optional.of(
            named ? "an interface by its name, which anyone can take" : "any interface");
      }
      indexes.add(Integer.reverseBytes(HexFormat.fromHexDigits(index)));
    }
    for (int index : indexes) {
      Optional<String> wide = on(index, chain, kind, in);
      if (wide.isPresent()) {
        return wide;
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> index(String name) {
    return links.stream()
        .filter(each -> each.name().equals(name))
        .map(NetworkLink::index)
        .findFirst();
  }

  /** Where there is no such interface, nothing can come or go by it. */
  private Optional<String> on(int index, FilterChain chain, Map<Source, String> kind, boolean in) {
    if (all.isLoopback(index) || links.stream().noneMatch(each -> each.index() == index)) {
      return Optional.empty();
    }
    if (!all.isGroup(index)) {
      return Optional.of("interface " + all.name(index) + ", which is no group's");
    }
    String written = kind.getOrDefault(Source.WRITTEN_TYPE, "");
    boolean frames = chain.family() == Family.NETDEV;
    if (frames && (written.equals(ARP_FRAME) || written.equals(EAPOL_FRAME))) {
      return Optional.empty();
    }
    boolean ipv4 =
        frames
            ? written.equals(IPV4_FRAME) && IPV4_FRAME.equals(kind.get(Source.FRAME_TYPE))
            : chain.family() == Family.IP || IPV4.equals(kind.get(Source.FAMILY));
    if (!ipv4) {
      return Optional.of("more than IPv4");
    }
    if (!TCP.equals(kind.get(Source.PROTOCOL))) {
      return Optional.of("more than TCP");
    }
    return remote(index, kind, in).or(() -> state(chain, kind));
  }

  private Optional<String> remote(int index, Map<Source, String> kind, boolean in) {
    String peer = kind.get(in ? Source.FROM_ADDRESS : Source.TO_ADDRESS);
    if (peer == null) {
      return Optional.of("any peer");
    }
    IpPrefix one = new IpPrefix(peer, Integer.SIZE);
    boolean inGroup =
        addresses.stream().anyMatch(each -> each.index() == index && each.prefix().covers(one));
    if (!inGroup) {
      return Optional.of("peer " + one.address() + ", which is not in the group's network");
    }
    String there = kind.get(in ? Source.FROM_PORT : Source.TO_PORT);
    if (there == null) {
      return Optional.of("any port");
    }
    int number = HexFormat.fromHexDigits(there);
    return number == port ? Optional.empty() : Optional.of("port " + number);
  }

  /** The handheld calls, and is never called. */
  private static Optional<String> state(FilterChain chain, Map<Source, String> kind) {
    String state = kind.get(Source.STATE);
    boolean answers =
        state != null && Integer.reverseBytes(HexFormat.fromHexDigits(state)) == ESTABLISHED;
    return chain.hook() != Hook.INPUT || answers
        ? Optional.empty()
        : Optional.of("connections that the peer begins");
  }
}
