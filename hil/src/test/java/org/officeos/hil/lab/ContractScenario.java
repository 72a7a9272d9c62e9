package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.P2pRig;
import org.officeos.hal.p2p.testing.WifiP2pContract;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantWifiP2p;

/**
 * The contract that the fake and the bridge over a faked supplicant are asked, asked of the bridge
 * over two real supplicants and the simulated air: every question, none left out.
 */
class ContractScenario extends WifiP2pContract {

  static {
    // The air is slow where the machine is emulated.
    System.setProperty("officeos.events.patience.seconds", "40");
  }

  @RegisterExtension static final ContractHosts HOSTS = new ContractHosts();

  @Override
  protected P2pRig rig() throws IOException {
    Party here = party(Hosts.HANDHELD, DeviceSettings.handheld("Anbernic"));
    try {
      return new ContractRig(here, party(Hosts.LAPTOP, DeviceSettings.laptop("Office")));
    } catch (IOException | RuntimeException | AssertionError e) {
      here.close();
      throw e;
    }
  }

  /** A host's Wi-Fi Direct as if nothing had been before. */
  private static Party party(String host, DeviceSettings settings) throws IOException {
    Party party = Party.open(HOSTS.hosts(), host, settings);
    for (PersistentGroup each : party.get(party.wifi().persistentGroups())) {
      party.get(party.wifi().deletePersistentGroup(each.id()));
    }
    party.get(party.wifi().flush());
    return party;
  }

  /** As after a daemon that was killed: its group stands, and its successor finds it. */
  @Test
  void aGroupThatStandsIsSeenByWhoComesLaterAndLeftStanding() throws Exception {
    value(laptop.createGroup(GroupConfig.anyPersistent()));
    P2pGroup made = onLaptop.next(P2pEvent.GroupStarted.class).group();
    SupplicantConfig config =
        SupplicantConfig.of("wlan0").on(Hosts.bus(Hosts.LAPTOP)).leavingInterfaces();
    try (SupplicantWifiP2p later = SupplicantWifiP2p.open(config)) {
      EventLog.of(later)
          .next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATED);
      P2pGroup seen = later.groups().get(0);
      assertEquals(made.interfaceName(), seen.interfaceName());
      assertEquals(P2pGroup.Role.GROUP_OWNER, seen.role());
      assertEquals(made.ssid(), seen.ssid());
      assertEquals(made.passphrase(), seen.passphrase());
      assertEquals(made.frequency(), seen.frequency());
      assertTrue(seen.persistent());
    }
    assertEquals(List.of(made), laptop.groups());
    value(laptop.removeGroup(made.interfaceName()));
    onLaptop.next(P2pEvent.GroupRemoved.class);
  }
}
