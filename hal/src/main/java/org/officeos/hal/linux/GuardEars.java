package org.officeos.hal.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.officeos.hal.airgap.NetworkLink.Bus;
import org.officeos.hal.guard.GuardEvent;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.AddressEvent;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.Forwardings;
import org.officeos.hal.netlink.GenericFamily;
import org.officeos.hal.netlink.LinkAddresses;
import org.officeos.hal.netlink.LinkDetail;
import org.officeos.hal.netlink.LinkEvent;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.RadioAction;
import org.officeos.hal.netlink.RadioEvent;
import org.officeos.hal.netlink.RouteTables;

/**
 * The two sockets on which the kernel tells the guard of interfaces, addresses and routes, and of
 * radios. What is lost or cannot be read becomes {@link GuardEvent.Lost}. For one thread.
 */
final class GuardEars implements AutoCloseable {

  private static final int GENERIC = 16;

  /** {@code RTM_NEWLINK}; what tells that it went is one more, here and below. */
  private static final int NEW_LINK = 16;

  private static final int NEW_ADDRESS = 20;
  private static final int NEW_ROUTE = 24;
  private static final int NEW_SETTING = 80;
  private static final int STALE_AT_MOST = 10_000;
  private static final List<String> RADIO_GROUPS = List.of("config", "mlme");

  /** What an interface does that changes what it is in. */
  private static final Set<RadioAction> TELLING =
      Set.of(
          RadioAction.AP_STARTED,
          RadioAction.AUTHENTICATED,
          RadioAction.ASSOCIATED,
          RadioAction.IBSS_JOINED,
          RadioAction.CONNECTED,
          RadioAction.ROAMED,
          RadioAction.DISCONNECTED,
          RadioAction.PORT_AUTHORIZED);

  private final Path sys;
  private final NetlinkSocket route;
  private final NetlinkSocket generic;
  private final Set<Integer> joined = new HashSet<>();

  /** Where each interface is plugged in, which stays as it is while it has its number. */
  private final Map<Integer, Bus> buses = new HashMap<>();

  /** Interfaces that were told of, by their number. */
  private final Map<Integer, String> names = new HashMap<>();

  private int family;
  private long told;

  GuardEars(LibC libc, LongSupplier nanos, Path sys, int buffer) throws NetlinkException {
    this.sys = sys;
    route = NetlinkSocket.open(libc, Links.PROTOCOL, nanos, buffer);
    try {
      route.join(Links.GROUP);
      for (int group : LinkAddresses.GROUPS) {
        route.join(group);
      }
      for (int group : RouteTables.GROUPS) {
        route.join(group);
      }
      for (int group : Forwardings.GROUPS) {
        route.join(group);
      }
      generic = NetlinkSocket.open(libc, GENERIC, nanos, buffer);
    } catch (NetlinkException e) {
      route.close();
      throw e;
    }
  }

  /** Hears this family's radios from now on; its numbers change when its module is loaded anew. */
  void hear(GenericFamily nl80211) throws NetlinkException {
    family = nl80211.id();
    for (String name : RADIO_GROUPS) {
      int group = nl80211.group(name).orElse(0);
      if (group > 0 && !joined.contains(group)) {
        generic.join(group);
        joined.add(group);
      }
    }
  }

  /** The socket on which radios are told of, for waiting on. */
  int radios() {
    return generic.descriptor();
  }

  /** The socket on which interfaces, addresses and routes are told of, for waiting on. */
  int network() {
    return route.descriptor();
  }

  /**
   * Grows with each event after which a radio or a rule of the packet filter may be another: a
   * radio's own, an interface that comes, goes or has another name, and what was lost. Whether an
   * interface is up, and what addresses and routes it has, changes neither.
   */
  long told() {
    return told;
  }

  /**
   * What waits now, one datagram of each at the most; of radios first, since what an interface has
   * become is told before it comes up.
   *
   * @param ofRadios whether something waits there
   * @param ofNetwork whether something waits there
   */
  List<GuardEvent> take(boolean ofRadios, boolean ofNetwork) {
    List<GuardEvent> events = taken(ofRadios, ofNetwork);
    told += events.stream().filter(this::concernsWhatStands).count();
    return events;
  }

  private boolean concernsWhatStands(GuardEvent event) {
    if (event instanceof GuardEvent.LinkHere here) {
      String name = here.link().name();
      return !name.equals(names.put(here.link().index(), name));
    } else if (event instanceof GuardEvent.LinkGone gone) {
      names.remove(gone.index());
      return true;
    }
    return event instanceof GuardEvent.RadioActed || event instanceof GuardEvent.Lost;
  }

  private List<GuardEvent> taken(boolean ofRadios, boolean ofNetwork) {
    List<GuardEvent> events = new ArrayList<>();
    for (NetlinkSocket each : List.of(generic, route)) {
      if (each == generic ? !ofRadios : !ofNetwork) {
        continue;
      }
      try {
        for (NetlinkMessage message : each.next(Duration.ZERO)) {
          event(each, message).ifPresent(events::add);
          if (each == route && message.type() == NEW_LINK) {
            Forwardings.ofLink(message).map(GuardEvent.ForwardingHere::new).ifPresent(events::add);
          }
        }
      } catch (NetlinkException e) {
        drain(each);
        return List.of(new GuardEvent.Lost());
      } catch (FormatException e) {
        return List.of(new GuardEvent.Lost());
      }
    }
    return events;
  }

  /** What is older than the look that follows would only mislead. */
  private void drain(NetlinkSocket socket) {
    for (int i = 0; i < STALE_AT_MOST; i++) {
      try {
        if (socket.next(Duration.ZERO).isEmpty()) {
          return;
        }
      } catch (NetlinkException e) {
        if (e.reason() == NetlinkException.Reason.NOT_RECEIVED) {
          return;
        }
      }
    }
  }

  private Optional<GuardEvent> event(NetlinkSocket from, NetlinkMessage message)
      throws FormatException {
    if (from == generic) {
      return message.type() == family ? ofRadio(message) : Optional.empty();
    }
    return switch (message.type()) {
      case NEW_LINK, NEW_LINK + 1 -> Links.event(message).map(this::of);
      case NEW_ADDRESS, NEW_ADDRESS + 1 -> LinkAddresses.event(message).map(GuardEars::of);
      case NEW_ROUTE, NEW_ROUTE + 1 -> RouteTables.event(message).map(GuardEvent.RouteHere::new);
      case NEW_SETTING -> Forwardings.event(message).map(GuardEvent.ForwardingHere::new);
      default -> Optional.empty();
    };
  }

  private GuardEvent of(LinkEvent event) {
    if (event instanceof LinkEvent.Gone gone) {
      buses.remove(gone.link().index());
      return new GuardEvent.LinkGone(gone.link().index());
    }
    LinkDetail detail = ((LinkEvent.Here) event).detail();
    boolean wanted = detail.link().isUp() && detail.kind().isEmpty();
    String name = detail.link().name();
    Bus bus =
        wanted
            ? buses.computeIfAbsent(detail.link().index(), unused -> AirgapNetlink.bus(sys, name))
            : Bus.OTHER;
    return new GuardEvent.LinkHere(AirgapNetlink.link(detail, bus));
  }

  private static GuardEvent of(AddressEvent event) {
    return event instanceof AddressEvent.Here here
        ? new GuardEvent.AddressHere(here.address())
        : new GuardEvent.AddressGone(((AddressEvent.Gone) event).address());
  }

  private Optional<GuardEvent> ofRadio(NetlinkMessage message) throws FormatException {
    RadioEvent event = RadioEvent.of(message, family);
    if (event instanceof RadioEvent.Other) {
      return Optional.empty();
    }
    boolean quiet = event instanceof RadioEvent.Acted acted && !TELLING.contains(acted.action());
    return quiet ? Optional.empty() : Optional.of(new GuardEvent.RadioActed());
  }

  @Override
  public void close() {
    route.close();
    generic.close();
  }
}
