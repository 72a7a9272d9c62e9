package org.officeos.hal.airgap;

import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * A way out that stands open now, and the thing to shut. Texts are for people; names in them come
 * from the machine and may be hostile.
 */
public sealed interface Opening {

  /** What it is in the table of known ways out. */
  LeakVector vector();

  /** The thing's name. */
  String subject();

  /** What was seen of it. */
  String observed();

  /** A network interface that is up and may not be. */
  record OfLink(LeakVector vector, NetworkLink link, String observed) implements Opening {
    @Override
    public String subject() {
      return link.name();
    }
  }

  /** A radio's interface that is none of the kinds allowed, and has no network interface. */
  record OfWireless(LeakVector vector, WirelessInterface what, String observed) implements Opening {
    @Override
    public String subject() {
      return what.label();
    }
  }

  /** An address of an interface that may have none of its kind; the subject is the interface. */
  record OfAddress(LeakVector vector, LinkAddress address, String subject, String observed)
      implements Opening {}

  /** A route that leads out. */
  record OfRoute(LeakVector vector, IpRoute route, String observed) implements Opening {
    @Override
    public String subject() {
      return route.to() + " in table " + route.table();
    }
  }

  /** The kernel passes on what comes in by an interface; the subject is the setting. */
  record OfForwarding(LeakVector vector, Forwarding what, String subject, String observed)
      implements Opening {}

  /** The packet filter is not as it should be. */
  record OfFilter(FilterSight.Flaw flaw) implements Opening {
    @Override
    public LeakVector vector() {
      return flaw.vector();
    }

    @Override
    public String subject() {
      return flaw.subject();
    }

    @Override
    public String observed() {
      return flaw.observed();
    }
  }

  /** A radio that is no Wi-Fi radio, and is on. */
  record OfSwitch(LeakVector vector, RadioSwitch what, String observed) implements Opening {
    @Override
    public String subject() {
      return what.name();
    }
  }
}
