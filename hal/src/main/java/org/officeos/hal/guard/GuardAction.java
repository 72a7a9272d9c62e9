package org.officeos.hal.guard;

import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.RouteEntry;

/** What can be done about a way out that stands open. */
public sealed interface GuardAction {

  /** For people: what it is. */
  String words();

  /** Switch a network interface off; a station in a network leaves it by that. */
  record SwitchOff(int index) implements GuardAction {
    @Override
    public String words() {
      return "switched off";
    }
  }

  /** Remove an address. */
  record RemoveAddress(LinkAddress address) implements GuardAction {
    @Override
    public String words() {
      return "address removed";
    }
  }

  /** Remove a route. */
  record RemoveRoute(RouteEntry route) implements GuardAction {
    @Override
    public String words() {
      return "route removed";
    }
  }

  /** Block a radio that is no Wi-Fi radio, by its switch. */
  record Block(RadioSwitch what) implements GuardAction {
    @Override
    public String words() {
      return "radio blocked";
    }
  }

  /** Nothing but to say so: there is no request that shuts it. */
  record Tell(LeakVector vector, String subject) implements GuardAction {
    @Override
    public String words() {
      return "told";
    }
  }
}
