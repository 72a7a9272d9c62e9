package org.officeos.handheld.testing;

import java.util.Optional;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;

/** A laptop on the simulated air: one group of its own, and a door that is open or not. */
public final class AirLaptop {

  private final SimulatedRadio radio;
  private final FakeWifiP2p wifi;
  private volatile boolean door;
  private int asked;

  /** A laptop without a group. */
  public AirLaptop(SimulatedAir air, String address) {
    radio = air.radio(address);
    radio.configure(DeviceSettings.laptop("office"));
    radio.setPlan(EapolAddressPlan.USUAL);
    wifi = new FakeWifiP2p(air, radio);
    wifi.subscribe(this::onEvent);
  }

  /** Its P2P Device Address. */
  public MacAddress address() {
    return radio.address();
  }

  /** What its next group hands out. */
  public void plan(EapolAddressPlan plan) {
    radio.setPlan(plan);
  }

  /** Its group comes to stand, the remembered one where there is one. */
  public AirLaptop up() {
    wifi.persistentGroups().join().stream()
        .findFirst()
        .ifPresentOrElse(
            known -> wifi.reinvoke(known.id(), Optional.empty()).join(),
            () -> wifi.createGroup(GroupConfig.anyPersistent()).join());
    return this;
  }

  /** It forgets its groups: the next one has another name and key. */
  public void forget() {
    wifi.persistentGroups().join().forEach(each -> wifi.deletePersistentGroup(each.id()).join());
  }

  /** Its group ends. */
  public void down() {
    for (P2pGroup group : wifi.groups()) {
      wifi.removeGroup(group.interfaceName()).join();
    }
  }

  /** Whether it admits by button whoever asks. */
  public AirLaptop door(boolean open) {
    door = open;
    return this;
  }

  /** A client is out of reach: it is gone from the group, by both ends' word. */
  public void lose(MacAddress client) {
    for (P2pGroup group : wifi.groups()) {
      wifi.removeClient(group.interfaceName(), client).join();
    }
  }

  /** How often somebody asked at the door. */
  public synchronized int asked() {
    return asked;
  }

  private synchronized void onEvent(P2pEvent event) {
    if (event instanceof P2pEvent.ProvisionDiscovery discovery && discovery.request()) {
      asked++;
      if (door) {
        wifi.groups().forEach(each -> admit(each.interfaceName()));
      }
    }
  }

  private void admit(String interfaceName) {
    try {
      radio.admit(interfaceName, Optional.empty());
    } catch (P2pException e) {
      throw new AssertionError(e);
    }
  }
}
