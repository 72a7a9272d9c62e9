package org.officeos.hal.p2p.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;

/** A group on the simulated air. */
final class SimulatedGroup {

  final SimulatedRadio owner;
  final String ownerInterface;
  final Map<SimulatedRadio, String> clients = new LinkedHashMap<>();
  final String ssid;
  final Passphrase passphrase;
  final Frequency frequency;
  final boolean persistent;
  private final Optional<EapolAddressPlan> plan;

  /** Whom the owner waits for. */
  Optional<Admission> admission = Optional.empty();

  /**
   * What one that joins has to come with.
   *
   * @param pin its PIN; empty for the button
   */
  record Admission(Optional<WpsPin> pin) {

    boolean takes(ConnectRequest wish) {
      return wish.method() == WpsMethod.PBC ? pin.isEmpty() : wish.pin().equals(pin);
    }
  }

  SimulatedGroup(
      SimulatedRadio owner,
      String ownerInterface,
      RememberedGroups.Remembered naming,
      Frequency frequency,
      boolean persistent) {
    this.owner = owner;
    this.ownerInterface = ownerInterface;
    this.ssid = naming.ssid();
    this.passphrase = naming.passphrase();
    this.frequency = frequency;
    this.persistent = persistent;
    this.plan = owner.plan();
  }

  P2pGroup seenByOwner() {
    return new P2pGroup(
        ownerInterface,
        P2pGroup.Role.GROUP_OWNER,
        ssid,
        frequency,
        owner.address(),
        Optional.of(passphrase),
        persistent,
        plan.map(p -> new P2pGroup.Addresses(p.owner(), p.mask(), p.owner())));
  }

  P2pGroup seenByClient(SimulatedRadio client) {
    int place = clients.keySet().stream().toList().indexOf(client);
    return new P2pGroup(
        clients.getOrDefault(client, "?"),
        P2pGroup.Role.CLIENT,
        ssid,
        frequency,
        owner.address(),
        Optional.empty(),
        persistent,
        plan.map(
            p -> new P2pGroup.Addresses(new Ipv4(p.first().bits() + place), p.mask(), p.owner())));
  }

  /** What a client keeps of it. */
  RememberedGroups.Remembered asRememberedByClient() {
    return new RememberedGroups.Remembered(ssid, passphrase, owner.address(), P2pGroup.Role.CLIENT);
  }

  /** Whether who remembers that can go in: by name, key and owner. */
  boolean isKnownAs(RememberedGroups.Remembered remembered) {
    return ssid.equals(remembered.ssid())
        && passphrase.equals(remembered.passphrase())
        && owner.address().equals(remembered.owner());
  }

  /** One that asked to join in the way that is waited for; then nobody is waited for any more. */
  void letIn(SimulatedRadio other) {
    Optional<ConnectRequest> wish =
        other.pending.filter(each -> each.join() && each.peer().equals(owner.address()));
    if (admission.isPresent() && wish.filter(admission.get()::takes).isPresent()) {
      admission = Optional.empty();
      if (persistent) {
        other.remembered().keep(asRememberedByClient());
      }
      other.enter(this);
    }
  }

  Optional<SimulatedRadio> client(MacAddress address) {
    return clients.keySet().stream().filter(c -> c.address().equals(address)).findFirst();
  }
}
