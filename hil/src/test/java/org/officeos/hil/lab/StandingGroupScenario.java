package org.officeos.hil.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;

/** A laptop that keeps a group of its own standing, and handhelds that come and go. */
abstract class StandingGroupScenario extends RadioScenario {

  private static final int SOCIAL_CHANNEL_1 = 2412;
  private static final Duration SEARCH = Duration.ofSeconds(40);

  StandingGroupScenario(String... further) {
    super(further);
  }

  StandingGroupScenario(Hosts hosts) {
    super(hosts);
  }

  /** A remembered group that the laptop owns, with its address set. */
  P2pGroup standing() throws IOException, P2pException {
    int first = laptop.heard().count();
    laptop.get(
        laptop.wifi().createGroup(GroupConfig.anyPersistent().on(Frequency.of(SOCIAL_CHANNEL_1))));
    P2pGroup group = laptop.awaitGroup(first);
    laptop.takeAddress(group);
    return group;
  }

  /** Lets {@code who} into it by button, and waits until both know. */
  P2pGroup admitted(Party who, P2pGroup standing) throws IOException {
    int first = who.heard().count();
    int firstThere = laptop.heard().count();
    laptop.get(laptop.wifi().admit(standing.interfaceName(), Optional.empty()));
    who.get(who.wifi().find(FindRequest.social()));
    who.await(
        first,
        P2pEvent.DeviceFound.class,
        told -> told.device().address().equals(laptop.address()) && told.device().isGroupOwner(),
        SEARCH);
    who.get(who.wifi().connect(ConnectRequest.pbc(laptop.address()).joining().withIntent(0)));
    P2pGroup here = who.awaitGroup(first);
    laptop.await(firstThere, P2pEvent.ClientJoined.class, told -> true, SEARCH);
    who.takeAddress(here);
    return here;
  }

  /** Goes back into the laptop's standing group by the remembered key. */
  P2pGroup returned(Party who) throws IOException {
    int first = who.heard().count();
    int remembered =
        who.get(who.wifi().persistentGroups()).stream()
            .filter(group -> group.ownerAddress().equals(laptop.address()))
            .max(Comparator.comparingInt(PersistentGroup::id))
            .orElseThrow(() -> new AssertionError("no remembered group of the laptop's"))
            .id();
    who.get(who.wifi().reinvoke(remembered, Optional.empty()));
    P2pGroup here = who.awaitGroup(first);
    who.takeAddress(here);
    return here;
  }
}
