package org.officeos.hal.guard;

import java.util.List;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.RouteEntry;
import org.officeos.hal.netlink.WirelessInterface;

/** What the guard is told. */
public sealed interface GuardEvent {

  /** A network interface came, or something of it changed. */
  record LinkHere(NetworkLink link) implements GuardEvent {}

  /** A network interface went. */
  record LinkGone(int index) implements GuardEvent {}

  /** An address came, or something of it changed. */
  record AddressHere(LinkAddress address) implements GuardEvent {}

  /** An address went. */
  record AddressGone(LinkAddress address) implements GuardEvent {}

  /** A route came. */
  record RouteHere(RouteEntry route) implements GuardEvent {}

  /** The kernel begins or ends to pass on what comes in by an interface. */
  record ForwardingHere(Forwarding forwarding) implements GuardEvent {}

  /** A radio or one of its interfaces came, went, or did something that has to be looked at. */
  record RadioActed() implements GuardEvent {}

  /** A radio switch came or changed. */
  record SwitchHere(RadioSwitch what) implements GuardEvent {}

  /** A radio switch went. */
  record SwitchGone(String name) implements GuardEvent {}

  /** The packet filter's rules were changed, by whomever. */
  record FilterActed() implements GuardEvent {}

  /** The answer to {@link GuardOrder.Look#FILTER}: the packet filter as it is now. */
  record FilterSeen(FilterSight sight) implements GuardEvent {}

  /** Something was told that did not reach us. */
  record Lost() implements GuardEvent {}

  /** The answer to {@link GuardOrder.Look#RADIOS}: radios and their interfaces, as they are now. */
  record RadiosSeen(List<Radio> radios, List<WirelessInterface> wireless) implements GuardEvent {

    /** Keeps copies. */
    public RadiosSeen {
      radios = List.copyOf(radios);
      wireless = List.copyOf(wireless);
    }
  }

  /** The answer to {@link GuardOrder.Look#ALL}, before that to its part {@code RADIOS}. */
  record NetworkSeen(
      List<NetworkLink> links,
      List<LinkAddress> addresses,
      List<RouteEntry> routes,
      List<Forwarding> forwarding)
      implements GuardEvent {

    /** Keeps copies. */
    public NetworkSeen {
      links = List.copyOf(links);
      addresses = List.copyOf(addresses);
      routes = List.copyOf(routes);
      forwarding = List.copyOf(forwarding);
    }
  }

  /**
   * Something could not be looked at. Of radios, nothing counts as known then.
   *
   * @param what could not be looked at
   * @param why for people
   */
  record Blind(GuardOrder.Look what, String why) implements GuardEvent {}

  /** How an action ended. */
  record Answered(GuardAction action, GuardAnswer answer) implements GuardEvent {}

  /** Nothing but that time passed. */
  record Passed() implements GuardEvent {}
}
