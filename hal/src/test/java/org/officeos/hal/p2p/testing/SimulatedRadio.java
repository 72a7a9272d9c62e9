package org.officeos.hal.p2p.testing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.LocalService;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WpsPin;
import org.officeos.hal.p2p.testing.RememberedGroups.Remembered;

/**
 * A radio with its supplicant, as strict as the real one: peers that were not heard are refused,
 * groups that are not there are refused. News come to one hearer as the contract's events.
 */
public final class SimulatedRadio {

  private static final int PBC_AND_PINS = 0x0188;
  private static final int OWNS_A_GROUP = 0x01;
  private static final int PERSISTENT_GROUP = 0x02;
  private static final int TAKES_INVITATIONS = 0x20;

  private final SimulatedAir air;
  private final MacAddress address;
  private final int number;
  private final HeardPeers heard = new HeardPeers();
  private final Map<String, SimulatedGroup> groups = new LinkedHashMap<>();
  private final RememberedGroups remembered = new RememberedGroups();
  private final SimulatedDriver driver = new SimulatedDriver();
  private final Set<LocalService> services = new LinkedHashSet<>();
  private Consumer<P2pEvent> hearer = event -> {};
  private DeviceSettings settings;
  private Optional<EapolAddressPlan> plan = Optional.empty();
  Optional<ConnectRequest> pending = Optional.empty();
  private Optional<Remembered> returning = Optional.empty();
  private boolean on = true;
  private boolean searching;
  private boolean listening;
  private int made;

  SimulatedRadio(SimulatedAir air, MacAddress address, int number) {
    this.air = air;
    this.address = address;
    this.number = number;
    this.settings = DeviceSettings.handheld("radio-" + number);
  }

  /** Who hears its news from now on. */
  public void tell(Consumer<P2pEvent> other) {
    hearer = other;
  }

  /** Its P2P Device Address. */
  public MacAddress address() {
    return address;
  }

  boolean isOn() {
    return on;
  }

  Optional<EapolAddressPlan> plan() {
    return plan;
  }

  DeviceSettings settings() {
    return settings;
  }

  /** Groups that stand, with what each interface's owner would see. */
  public List<P2pGroup> groups() {
    return groups.values().stream().map(this::seen).toList();
  }

  /** What its driver can and cannot. */
  public SimulatedDriver driver() {
    return driver;
  }

  public void configure(DeviceSettings other) {
    settings = other;
  }

  public void setPlan(EapolAddressPlan other) {
    plan = Optional.of(other);
  }

  public void find() throws P2pException {
    air.run(
        () -> {
          searching = true;
          heard.tellAgain();
          for (SimulatedRadio other : air.others(this)) {
            if (other.searching || other.listening || other.ownsGroup()) {
              hear(other);
            }
            if (other.searching) {
              other.hear(this);
            }
          }
          return true;
        });
  }

  public void listen() throws P2pException {
    air.run(
        () -> {
          listening = true;
          air.others(this).stream().filter(o -> o.searching).forEach(o -> o.hear(this));
          return true;
        });
  }

  public void stopFind() throws P2pException {
    air.run(
        () -> {
          boolean was = searching;
          searching = false;
          listening = false;
          if (was) {
            news(new P2pEvent.FindStopped());
          }
          return true;
        });
  }

  public void flush() throws P2pException {
    stopFind();
    air.run(
        () -> {
          heard.list().forEach(device -> forgetPeer(device.address()));
          return true;
        });
  }

  private void forgetPeer(MacAddress peer) {
    heard.forget(peer);
    news(new P2pEvent.DeviceLost(peer));
  }

  /** Forgets a peer as the real one does after 60 s, without telling anybody yet. */
  public void expireSilently(MacAddress peer) {
    heard.forget(peer);
  }

  private void hear(SimulatedRadio other) {
    P2pDevice device = other.describe();
    if (heard.isNews(device)) {
      news(new P2pEvent.DeviceFound(device));
    }
  }

  private P2pDevice describe() {
    return new P2pDevice(
        address,
        settings.name(),
        settings.primaryType(),
        PBC_AND_PINS,
        TAKES_INVITATIONS,
        (ownsGroup() ? OWNS_A_GROUP : 0) | (ownsPersistentGroup() ? PERSISTENT_GROUP : 0),
        OptionalInt.of(-40));
  }

  private boolean ownsPersistentGroup() {
    return groups.values().stream().anyMatch(g -> g.owner == this && g.persistent);
  }

  private boolean ownsGroup() {
    return groups.values().stream().anyMatch(g -> g.owner == this);
  }

  public List<P2pDevice> peers() {
    return heard.list();
  }

  public SimulatedRadio knownPeer(MacAddress peer) throws P2pException {
    return Optional.of(peer)
        .filter(heard::knows)
        .flatMap(air::at)
        .orElseThrow(() -> new P2pException(P2pReason.UNKNOWN_PEER));
  }

  public void connect(ConnectRequest request) throws P2pException {
    air.run(
        () -> {
          SimulatedRadio other = knownPeer(request.peer());
          driver.needInterface();
          pending = Optional.of(request);
          searching = false;
          if (!request.join()) {
            Negotiation.between(this, other, request);
          } else if (!other.ownsGroup()) {
            pending = Optional.empty();
            news(new P2pEvent.FormationFailed(P2pReason.FORMATION_FAILED, "no group there"));
          } else {
            other.news(
                new P2pEvent.ProvisionDiscovery(address, true, request.method(), Optional.empty()));
            List.copyOf(other.groups.values()).stream()
                .filter(group -> group.owner == other)
                .forEach(group -> group.letIn(this));
          }
          return true;
        });
  }

  Optional<ConnectRequest> pendingWith(SimulatedRadio peer) {
    return pending.filter(p -> p.peer().equals(peer.address) && !p.join());
  }

  void settle() {
    pending = Optional.empty();
    returning = Optional.empty();
    searching = false;
    listening = false;
  }

  public void cancel() throws P2pException {
    air.run(
        () -> {
          if (pending.isEmpty() && returning.isEmpty()) {
            throw new P2pException(P2pReason.NOT_UNDER_WAY);
          }
          pending = Optional.empty();
          returning = Optional.empty();
          return true;
        });
  }

  public void reject(MacAddress peer) throws P2pException {
    air.run(
        () -> {
          SimulatedRadio other = knownPeer(peer);
          if (other.pendingWith(this).isPresent()) {
            other.pending = Optional.empty();
            other.news(
                new P2pEvent.GoNegotiationFailed(
                    Optional.of(address), P2pReason.REJECTED_BY_PEER, 11));
          }
          return true;
        });
  }

  public void addGroup(GroupConfig config) throws P2pException {
    air.run(
        () -> {
          driver.needInterface();
          Frequency where = driver.channel(config.frequency());
          Remembered naming =
              config
                  .naming()
                  .map(n -> RememberedGroups.own(n.ssid().text(), n.passphrase()))
                  .orElseGet(this::made);
          if (config.persistent() || config.naming().isPresent()) {
            remembered.keep(naming);
          }
          start(naming, where, config.persistent());
          return true;
        });
  }

  /** Starts a group of our own, or looks for its owner's: it may stand now, or later. */
  public void addRemembered(int id, Frequency where) throws P2pException {
    air.run(
        () -> {
          driver.needInterface();
          Remembered group = remembered.find(id);
          if (group.role() == P2pGroup.Role.GROUP_OWNER) {
            start(group, driver.channel(where), true);
            return true;
          }
          searching = false;
          returning = Optional.of(group);
          air.at(group.owner()).ifPresent(owner -> owner.takeBack(this));
          return true;
        });
  }

  /** Lets one in that knows the key of a group of ours. */
  private void takeBack(SimulatedRadio client) {
    for (SimulatedGroup each : List.copyOf(groups.values())) {
      boolean fits = each.owner == this && client.returning.filter(each::isKnownAs).isPresent();
      if (fits) {
        client.enter(each);
      }
    }
  }

  Remembered made() {
    return RememberedGroups.own(
        "DIRECT-" + letters() + settings.ssidPostfix(), RememberedGroups.MADE_UP);
  }

  private String letters() {
    made++;
    return "" + (char) ('a' + number % 26) + (char) ('a' + made % 26);
  }

  SimulatedGroup start(Remembered naming, Frequency where, boolean persistent) {
    settle();
    SimulatedGroup group = new SimulatedGroup(this, interfaceName(), naming, where, persistent);
    groups.put(group.ownerInterface, group);
    news(new P2pEvent.GroupStarted(group.seenByOwner()));
    air.others(this).forEach(this::takeBack);
    return group;
  }

  void enter(SimulatedGroup group) {
    settle();
    String name = interfaceName();
    group.clients.put(this, name);
    groups.put(name, group);
    news(new P2pEvent.GroupStarted(group.seenByClient(this)));
    group.owner.news(new P2pEvent.ClientJoined(group.ownerInterface, address));
  }

  private String interfaceName() {
    return "p2p-wlan" + number + "-" + made++;
  }

  /** What its supplicant remembers. */
  public RememberedGroups remembered() {
    return remembered;
  }

  /** Refuses what is not a group of our own; {@code UNKNOWN_PERSISTENT_GROUP}. */
  void needOwn(int id) throws P2pException {
    if (remembered.find(id).role() != P2pGroup.Role.GROUP_OWNER) {
      throw new P2pException(P2pReason.UNKNOWN_PERSISTENT_GROUP);
    }
  }

  public void invite(int id, MacAddress peer) throws P2pException {
    air.run(
        () -> {
          Negotiation.invitation(this, knownPeer(peer), remembered.find(id));
          return true;
        });
  }

  public void inviteInto(String interfaceName, MacAddress peer) throws P2pException {
    air.run(
        () -> {
          SimulatedGroup group = group(interfaceName);
          SimulatedRadio other = knownPeer(peer);
          other.news(
              new P2pEvent.InvitationReceived(address, Optional.of(group.owner.address), false));
          news(new P2pEvent.InvitationResult(0, Optional.empty()));
          return true;
        });
  }

  public SimulatedGroup group(String interfaceName) throws P2pException {
    SimulatedGroup group = groups.get(interfaceName);
    if (group == null) {
      throw new P2pException(P2pReason.UNKNOWN_GROUP);
    }
    return group;
  }

  public SimulatedGroup owned(String interfaceName) throws P2pException {
    SimulatedGroup group = group(interfaceName);
    if (group.owner != this) {
      throw new P2pException(P2pReason.UNKNOWN_GROUP);
    }
    return group;
  }

  public void admit(String interfaceName, Optional<WpsPin> pin) throws P2pException {
    air.run(
        () -> {
          SimulatedGroup group = owned(interfaceName);
          group.admission = Optional.of(new SimulatedGroup.Admission(pin));
          air.others(this).forEach(group::letIn);
          return true;
        });
  }

  /** Whether one was waited for; the walk time has no end here. {@code UNKNOWN_GROUP}. */
  public boolean cancelAdmission(String interfaceName) throws P2pException {
    return air.run(
        () -> {
          SimulatedGroup group = owned(interfaceName);
          boolean waited = group.admission.isPresent();
          group.admission = Optional.empty();
          return waited;
        });
  }

  public void disconnect(String interfaceName) throws P2pException {
    air.run(
        () -> {
          SimulatedGroup group = group(interfaceName);
          if (group.owner == this) {
            List.copyOf(group.clients.keySet()).forEach(client -> client.leave(group));
            groups.remove(interfaceName);
            news(new P2pEvent.GroupRemoved(interfaceName, P2pGroup.Role.GROUP_OWNER));
          } else {
            leave(group);
          }
          return true;
        });
  }

  private void leave(SimulatedGroup group) {
    String name = String.valueOf(group.clients.remove(this));
    groups.remove(name);
    news(new P2pEvent.GroupRemoved(name, P2pGroup.Role.CLIENT));
    group.owner.news(new P2pEvent.ClientLeft(group.ownerInterface, address));
  }

  public void removeClient(String interfaceName, MacAddress client) throws P2pException {
    air.run(
        () -> {
          SimulatedGroup group = owned(interfaceName);
          group
              .client(client)
              .orElseThrow(() -> new P2pException(P2pReason.UNKNOWN_PEER))
              .leave(group);
          return true;
        });
  }

  /** The address of its interface in a group, as the owner's driver sees it. */
  public MacAddress interfaceAddress() {
    byte[] octets = address.octets();
    octets[0] ^= 0x04;
    return MacAddress.of(octets);
  }

  /** Takes out what has that address in a group of ours, and the key of its own. */
  public void removeStation(MacAddress station) throws P2pException {
    air.run(
        () -> {
          remembered.removeStation(station);
          for (SimulatedGroup each : List.copyOf(groups.values())) {
            if (each.owner == this) {
              List.copyOf(each.clients.keySet()).stream()
                  .filter(client -> client.interfaceAddress().equals(station))
                  .forEach(client -> client.leave(each));
            }
          }
          return true;
        });
  }

  public Set<LocalService> services() {
    return services;
  }

  private P2pGroup seen(SimulatedGroup group) {
    return group.owner == this ? group.seenByOwner() : group.seenByClient(this);
  }

  /** Tells one piece of news; tests use it for what a radio says of its own accord. */
  public void news(P2pEvent event) {
    air.later(() -> hearer.accept(event));
  }
}
