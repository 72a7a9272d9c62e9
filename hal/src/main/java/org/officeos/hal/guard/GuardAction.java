package org.officeos.hal.guard;

import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.fence.HeldTable;
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

  /** Make the kernel pass on nothing more of IPv4 that comes in by an interface. */
  record EndForwarding(int index) implements GuardAction {
    @Override
    public String words() {
      return "forwarding switched off";
    }
  }

  /** Block a radio that is no Wi-Fi radio, by its switch. */
  record Block(RadioSwitch what) implements GuardAction {
    @Override
    public String words() {
      return "radio blocked";
    }
  }

  /**
   * Load the packet filter's rules anew, all in one step.
   *
   * @param rules in the language of nft(8)
   */
  record LoadFilter(String rules) implements GuardAction {
    @Override
    public String words() {
      return "rules loaded";
    }
  }

  /**
   * Hold tables of the packet filter that no other program can flush, in place of those held so
   * far.
   *
   * @param table which
   */
  record HoldFilter(HeldTable table) implements GuardAction {
    @Override
    public String words() {
      return "rules held";
    }
  }

  /** Remove another program's table from the packet filter. */
  record RemoveTable(FilterSight.Table table) implements GuardAction {
    @Override
    public String words() {
      return "table removed";
    }

    /** In the language of nft(8); no error where it went meanwhile. */
    public String rules() {
      String what = "table " + table.family() + " " + table.name() + "\n";
      return "add " + what + "delete " + what;
    }
  }

  /**
   * Nothing but to say so: there is no request that shuts it.
   *
   * @param why for people, and what they can do
   */
  record Tell(LeakVector vector, String subject, String why) implements GuardAction {

    /** Where nobody can do anything by a setting. */
    Tell(LeakVector vector, String subject) {
      this(vector, subject, "there is no request that shuts it");
    }

    @Override
    public String words() {
      return "told";
    }
  }
}
