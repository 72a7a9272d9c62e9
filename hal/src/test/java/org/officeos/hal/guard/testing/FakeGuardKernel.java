package org.officeos.hal.guard.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.NetworkLink.Bus;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.guard.GuardAction;
import org.officeos.hal.guard.GuardAnswer;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.guard.GuardKernel;
import org.officeos.hal.guard.GuardOrder;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.RfkillType;
import org.officeos.hal.netlink.RouteEntry;
import org.officeos.hal.netlink.Ssid;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * A kernel in memory with a clock that runs while somebody waits. Strict: it does what it was asked
 * for and knows what is not there; it tells of every change, as the real one does.
 */
public final class FakeGuardKernel implements GuardKernel {

  /** The loopback's number. */
  public static final int LO = 1;

  private final Map<Integer, NetworkLink> links = new LinkedHashMap<>();
  private final Map<Integer, WirelessInterface> wireless = new LinkedHashMap<>();
  private final Map<Integer, Radio> radios = new LinkedHashMap<>();
  private final Set<LinkAddress> addresses = new HashSet<>();
  private final Set<RouteEntry> routes = new HashSet<>();
  private final Set<Forwarding> forwarding = new HashSet<>();
  private final Map<String, RadioSwitch> switches = new LinkedHashMap<>();
  private final Deque<GuardEvent> told = new ArrayDeque<>();
  private final FakeGuardRules rules = new FakeGuardRules(() -> tell(new GuardEvent.FilterActed()));
  private final List<GuardAction> acts = new ArrayList<>();
  private final List<GuardOrder.Look> looks = new ArrayList<>();
  private final Map<GuardOrder.Look, String> blind = new LinkedHashMap<>();
  private Optional<String> refusal = Optional.empty();
  private Optional<NetworkLink> risesAgain = Optional.empty();
  private boolean deaf;
  private volatile boolean woken;
  private boolean closed;
  private long nanos = -5_000_000_000L;

  /** One with a loopback that is up, and nothing else. */
  public FakeGuardKernel() {
    links.put(LO, link(LO, "lo", true, 772, Optional.empty()));
    addresses.add(new LinkAddress(LO, new IpPrefix("7f000001", 8)));
  }

  private static NetworkLink link(
      int index, String name, boolean up, int medium, Optional<String> kind) {
    Bus bus = kind.isPresent() ? Bus.VIRTUAL : Bus.SDIO;
    return new NetworkLink(index, name, up, false, medium, kind, OptionalInt.empty(), bus, false);
  }

  /** Its clock. */
  public long nanos() {
    return nanos;
  }

  /** A network interface without a radio; {@code kind} is empty for hardware. */
  public int make(String name, String kind) {
    int index = links.size() + 1;
    put(link(index, name, false, 1, kind.isEmpty() ? Optional.empty() : Optional.of(kind)));
    return index;
  }

  /** Adds a radio. */
  public void radio(int index, InterfaceType... modes) {
    radios.put(index, new Radio(index, "phy" + index, "mac80211_hwsim", Set.of(modes)));
    tell(new GuardEvent.RadioActed());
  }

  /** Gives a radio an interface, with a network interface that is down. */
  public int wireless(int radio, String name, InterfaceType type) {
    int index = make(name, "");
    become(index, radio, type, "");
    return index;
  }

  /** Changes what a radio's interface is or is in. */
  public void become(int index, int radio, InterfaceType type, String ssid) {
    wireless.put(
        index,
        new WirelessInterface(
            radio,
            index,
            OptionalInt.of(index),
            Optional.of(there(index).name()),
            type,
            Optional.empty(),
            ssid.isEmpty()
                ? Optional.empty()
                : Optional.of(Ssid.of(ssid.getBytes(StandardCharsets.UTF_8)))));
    tell(new GuardEvent.RadioActed());
  }

  /** An interface of a radio that has no network interface. */
  public void wirelessOnly(int radio, InterfaceType type) {
    wireless.put(
        1000,
        new WirelessInterface(
            radio,
            1000,
            OptionalInt.empty(),
            Optional.empty(),
            type,
            Optional.empty(),
            Optional.empty()));
    tell(new GuardEvent.RadioActed());
  }

  private NetworkLink there(int index) {
    NetworkLink link = links.get(index);
    if (link == null) {
      throw new AssertionError("no interface " + index);
    }
    return link;
  }

  /** Whether an interface is up. */
  public boolean isUp(int index) {
    NetworkLink link = links.get(index);
    return link != null && link.up();
  }

  /** Switches an interface on, as an attacker would. */
  public void up(int index) {
    put(changed(there(index), true, false));
  }

  /** An interface gets its carrier. */
  public void carries(int index) {
    put(changed(there(index), true, true));
  }

  /** Somebody else switches it off. */
  public void down(int index) {
    put(changed(there(index), false, false));
  }

  private static NetworkLink changed(NetworkLink from, boolean up, boolean running) {
    return new NetworkLink(
        from.index(),
        from.name(),
        up,
        running,
        from.medium(),
        from.kind(),
        from.master(),
        from.bus(),
        from.xdp());
  }

  private void put(NetworkLink link) {
    links.put(link.index(), link);
    tell(new GuardEvent.LinkHere(link));
  }

  /** An interface goes, and its chain with it, as in older kernels. */
  public void remove(int index) {
    links.remove(index);
    wireless.remove(index);
    rules.linkGone(index);
    tell(new GuardEvent.LinkGone(index));
  }

  /** An interface gets another name. */
  public void rename(int index, String name) {
    NetworkLink was = there(index);
    put(link(index, name, was.up(), was.medium(), was.kind()));
  }

  /** Adds an address. */
  public LinkAddress address(int index, String hex, int length) {
    LinkAddress address = new LinkAddress(index, new IpPrefix(hex, length));
    addresses.add(address);
    tell(new GuardEvent.AddressHere(address));
    return address;
  }

  /** Adds a route of the main table. */
  public RouteEntry route(int index, String hex, int length, int metric) {
    IpRoute route =
        new IpRoute(new IpPrefix(hex, length), 254, 1, OptionalInt.of(index), Optional.empty());
    RouteEntry entry =
        new RouteEntry(route, new NetlinkMessage(24, 0, 0, 0, new byte[] {(byte) metric}));
    routes.add(entry);
    tell(new GuardEvent.RouteHere(entry));
    return entry;
  }

  /** Switches forwarding of IPv4 on or off. */
  public void forwarding(int index, boolean on) {
    forwarding(new Forwarding(false, index, on));
  }

  /** Switches forwarding on or off, as a person does who writes to /proc. */
  public void forwarding(Forwarding what) {
    put(what);
    tell(new GuardEvent.ForwardingHere(what));
  }

  private void put(Forwarding what) {
    forwarding.remove(new Forwarding(what.ipv6(), what.index(), !what.on()));
    forwarding.add(what);
  }

  /** Somebody takes an interface away, with all that it has. */
  public void gone(int index) {
    links.remove(index);
    forwarding.removeIf(each -> each.index() == index);
    tell(new GuardEvent.LinkGone(index));
  }

  /** The same, and it is told late. */
  public void goneUntold(int index) {
    links.remove(index);
    forwarding.removeIf(each -> each.index() == index);
  }

  /** Whether it passes on what comes in by an interface. */
  public boolean forwards(int index) {
    return forwarding.contains(new Forwarding(false, index, true));
  }

  /** A radio switch comes or changes. */
  public void radioSwitch(String name, RfkillType type, boolean blocked) {
    RadioSwitch what = new RadioSwitch(name, type, blocked);
    switches.put(name, what);
    tell(new GuardEvent.SwitchHere(what));
  }

  private void tell(GuardEvent event) {
    if (!deaf) {
      told.add(event);
    }
  }

  /** Loses what is told, until it is said so. */
  public void loseEvents() {
    deaf = true;
    told.clear();
  }

  /** Tells again, and that something was lost. */
  public void sayThatEventsWereLost() {
    deaf = false;
    tell(new GuardEvent.Lost());
  }

  /** Its packet filter. */
  public FakeGuardRules rules() {
    return rules;
  }

  /** Refuses to do anything; empty ends that. */
  public void refuse(String words) {
    refusal = words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  /** Takes the next switching off, and is on again before it can be told. */
  public void riseAgainOnce(int index) {
    risesAgain = Optional.of(there(index));
  }

  /** Cannot be looked at from now on; empty ends that. */
  public void blind(GuardOrder.Look what, String why) {
    if (why.isEmpty()) {
      blind.remove(what);
    } else {
      blind.put(what, why);
    }
  }

  /** All it was asked to do. */
  public List<GuardAction> acts() {
    return acts;
  }

  /** All it was asked to look at. */
  public List<GuardOrder.Look> looks() {
    return looks;
  }

  @Override
  public List<GuardEvent> next(long wait) {
    if (wait < 0) {
      throw new AssertionError("a wait of " + wait + " ns");
    }
    if (told.isEmpty()) {
      nanos += woken ? 0 : wait;
      woken = false;
      return List.of();
    }
    nanos += 1_000;
    return List.of(told.remove());
  }

  @Override
  public void wake() {
    woken = true;
  }

  @Override
  public List<GuardEvent> look(GuardOrder.Look what) {
    looks.add(what);
    nanos += 1_000;
    if (what == GuardOrder.Look.FILTER) {
      String night = blind.get(what);
      return List.of(
          night != null
              ? new GuardEvent.Blind(what, night)
              : new GuardEvent.FilterSeen(rules.sight()));
    }
    List<GuardEvent> seen = new ArrayList<>();
    String dark = blind.get(GuardOrder.Look.RADIOS);
    seen.add(
        dark != null
            ? new GuardEvent.Blind(GuardOrder.Look.RADIOS, dark)
            : new GuardEvent.RadiosSeen(
                List.copyOf(radios.values()), List.copyOf(wireless.values())));
    if (what == GuardOrder.Look.ALL) {
      String why = blind.get(GuardOrder.Look.ALL);
      seen.add(
          why != null
              ? new GuardEvent.Blind(GuardOrder.Look.ALL, why)
              : new GuardEvent.NetworkSeen(
                  List.copyOf(links.values()),
                  List.copyOf(addresses),
                  List.copyOf(routes),
                  List.copyOf(forwarding)));
    }
    return seen;
  }

  @Override
  public GuardAnswer act(GuardAction action) {
    acts.add(action);
    nanos += 1_000;
    if (refusal.isPresent()) {
      return GuardAnswer.refused(refusal.get());
    }
    if (action instanceof GuardAction.SwitchOff off) {
      return switchOff(off.index());
    } else if (action instanceof GuardAction.RemoveAddress address) {
      boolean was = addresses.remove(address.address());
      tell(new GuardEvent.AddressGone(address.address()));
      return was ? GuardAnswer.TAKEN : GuardAnswer.GONE;
    } else if (action instanceof GuardAction.RemoveRoute route) {
      return routes.remove(route.route()) ? GuardAnswer.TAKEN : GuardAnswer.GONE;
    } else if (action instanceof GuardAction.Block block) {
      radioSwitch(block.what().name(), block.what().type(), true);
      return GuardAnswer.TAKEN;
    } else if (action instanceof GuardAction.EndForwarding end) {
      return endForwarding(end.index());
    }
    if (action instanceof GuardAction.LoadFilter load) {
      rules.load(LoadedWays.of(load.rules()));
      return GuardAnswer.TAKEN;
    }
    if (action instanceof GuardAction.HoldFilter hold) {
      rules.hold(hold.table());
      return GuardAnswer.TAKEN;
    }
    if (action instanceof GuardAction.RemoveTable table) {
      return rules.remove(table.table()) ? GuardAnswer.TAKEN : GuardAnswer.GONE;
    }
    throw new AssertionError("nothing that a kernel does: " + action);
  }

  /** Told as part of the interface, and only where that is up. */
  private GuardAnswer endForwarding(int index) {
    NetworkLink link = links.get(index);
    if (link == null) {
      return GuardAnswer.GONE;
    }
    put(new Forwarding(false, index, false));
    if (link.up()) {
      tell(new GuardEvent.LinkHere(link));
      tell(new GuardEvent.ForwardingHere(new Forwarding(false, index, false)));
    }
    return GuardAnswer.TAKEN;
  }

  private GuardAnswer switchOff(int index) {
    NetworkLink link = links.get(index);
    if (link == null) {
      return GuardAnswer.GONE;
    }
    if (risesAgain.isPresent()) {
      risesAgain = Optional.empty();
      return GuardAnswer.TAKEN;
    }
    if (link.up()) {
      down(index);
    }
    return GuardAnswer.TAKEN;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Whether it was let go of. */
  public boolean isClosed() {
    return closed;
  }
}
