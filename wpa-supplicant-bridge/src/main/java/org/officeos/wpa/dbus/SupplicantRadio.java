package org.officeos.wpa.dbus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.LocalService;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;

/**
 * The supplicant's object for one network interface, in the words of the contract. Each call waits
 * for the answer; the caller has one thread for this.
 */
public final class SupplicantRadio {

  private static final int PROBE_RESPONSE = 1;
  private static final int GROUP_OWNER_MODE = 3;
  private static final int REMEMBERED_ONLY = 2;
  private static final byte[] ALL_ELEMENTS = {'*'};

  private final SupplicantBus bus;
  private final String owner;
  private final String path;
  private final P2pDeviceCalls calls;

  SupplicantRadio(SupplicantBus bus, String owner, String path) throws P2pException {
    this.bus = bus;
    this.owner = owner;
    this.path = path;
    this.calls = bus.remote(owner, path, P2pDeviceCalls.class);
  }

  /** The object's path. */
  public String path() {
    return path;
  }

  /** What can be read here. */
  public RadioProperties properties() {
    return new RadioProperties(bus, owner, path);
  }

  /** Starts a search. */
  public void find(FindRequest request) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("Timeout", new Variant<>((int) request.timeout().toSeconds()));
    switch (request.kind()) {
      case FULL -> arguments.put("DiscoveryType", new Variant<>("start_with_full"));
      case SOCIAL -> arguments.put("DiscoveryType", new Variant<>("social"));
      case ONE_CHANNEL -> arguments.put("freq", new Variant<>(request.frequency().megahertz()));
    }
    bus.tell(vague(P2pReason.BUSY), () -> calls.find(arguments));
  }

  /** Stops searching and listening. */
  public void stopFind() throws P2pException {
    bus.tell(Faults.Meaning.plain(), calls::stopFind);
  }

  /** Forgets all peers. */
  public void flush() throws P2pException {
    bus.tell(Faults.Meaning.plain(), calls::flush);
  }

  /** Listens. */
  public void listen(Duration time) throws P2pException {
    bus.tell(vague(P2pReason.BUSY), () -> calls.listen((int) time.toSeconds()));
  }

  /** Listens now and then; both zero end it. */
  public void extendedListen(Duration period, Duration interval) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    if (!period.isZero()) {
      arguments.put("period", new Variant<>((int) period.toMillis()));
      arguments.put("interval", new Variant<>((int) interval.toMillis()));
    }
    bus.tell(vague(P2pReason.INVALID_ARGUMENT), () -> calls.extendedListen(arguments));
  }

  /** Connects; {@code GROUP_INTERFACE_FAILED} is all that an unexplained refusal tells. */
  public void connect(ConnectRequest request) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("peer", new Variant<>(peer(request.peer())));
    arguments.put("wps_method", new Variant<>(methodName(request.method())));
    arguments.put("persistent", new Variant<>(request.persistent()));
    arguments.put("join", new Variant<>(request.join()));
    arguments.put("authorize_only", new Variant<>(request.authorizeOnly()));
    request.pin().ifPresent(pin -> arguments.put("pin", new Variant<>(pin.digits())));
    if (request.goIntent() != ConnectRequest.DEVICE_SETTING) {
      arguments.put("go_intent", new Variant<>(request.goIntent()));
    }
    if (request.frequency().isChannel()) {
      arguments.put("frequency", new Variant<>(request.frequency().megahertz()));
    }
    bus.ask(
        Faults.Meaning.of(P2pReason.UNKNOWN_PEER, P2pReason.GROUP_INTERFACE_FAILED),
        () -> calls.connect(arguments));
  }

  /** Ends what is being formed; that there is nothing is no error. */
  public void cancel() throws P2pException {
    end(vague(P2pReason.NOT_UNDER_WAY), calls::cancel);
  }

  private void end(Faults.Meaning meaning, Runnable call) throws P2pException {
    try {
      bus.tell(meaning, call);
    } catch (P2pException e) {
      if (e.reason() != P2pReason.NOT_UNDER_WAY) {
        throw e;
      }
    }
  }

  /** Says no to a peer. */
  public void reject(MacAddress peer) throws P2pException {
    Faults.Meaning meaning = Faults.Meaning.of(P2pReason.UNKNOWN_PEER, P2pReason.UNKNOWN_PEER);
    bus.tell(meaning, () -> calls.rejectPeer(peer(peer)));
  }

  /** Asks a peer to show or to take a PIN: {@code method} is what happens here. */
  public void provisionDiscovery(MacAddress peer, WpsMethod method) throws P2pException {
    String there =
        switch (method) {
          case PBC -> "pbc";
          case DISPLAY -> "keypad";
          case KEYPAD -> "display";
        };
    Faults.Meaning meaning = Faults.Meaning.of(P2pReason.UNKNOWN_PEER, P2pReason.UNKNOWN_PEER);
    bus.tell(meaning, () -> calls.provisionDiscoveryRequest(peer(peer), there));
  }

  /** Asks a peer to bring a remembered group back. */
  public void invite(int persistentGroup, MacAddress peer) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("peer", new Variant<>(peer(peer)));
    arguments.put("persistent_group_object", new Variant<>(remembered(persistentGroup)));
    Faults.Meaning meaning = Faults.Meaning.of(P2pReason.UNKNOWN_PEER, P2pReason.FORMATION_FAILED);
    bus.tell(meaning, () -> calls.invite(arguments));
  }

  /** Asks a peer into a group that stands. */
  public void inviteInto(String groupInterfacePath, MacAddress peer) throws P2pException {
    Map<String, Variant<?>> arguments = Map.of("peer", new Variant<>(peer(peer)));
    P2pDeviceCalls group = bus.remote(owner, groupInterfacePath, P2pDeviceCalls.class);
    Faults.Meaning meaning =
        new Faults.Meaning(
            P2pReason.UNKNOWN_PEER, P2pReason.FORMATION_FAILED, P2pReason.UNKNOWN_GROUP);
    bus.tell(meaning, () -> group.invite(arguments));
  }

  /** Makes a group; one of our own naming is remembered first, and forgotten if it fails. */
  public void addGroup(GroupConfig config) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    if (!config.frequency().equals(Frequency.ANY)) {
      arguments.put("frequency", new Variant<>(config.frequency().megahertz()));
    }
    if (config.naming().isEmpty()) {
      arguments.put("persistent", new Variant<>(config.persistent()));
      groupAdd(P2pReason.GROUP_INTERFACE_FAILED, arguments);
      return;
    }
    DBusPath named = remember(config.naming().get());
    arguments.put("persistent_group_object", new Variant<>(named));
    try {
      groupAdd(P2pReason.GROUP_INTERFACE_FAILED, arguments);
    } catch (P2pException e) {
      bus.tell(Faults.Meaning.plain(), () -> calls.removePersistentGroup(named));
      throw e;
    }
  }

  /** Brings a group of our own back on that channel or band, or goes into another's. */
  public void addRemembered(int persistentGroup, Frequency where) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("persistent_group_object", new Variant<>(remembered(persistentGroup)));
    if (!where.equals(Frequency.ANY)) {
      arguments.put("frequency", new Variant<>(where.megahertz()));
    }
    groupAdd(P2pReason.UNKNOWN_PERSISTENT_GROUP, arguments);
  }

  private void groupAdd(P2pReason invalid, Map<String, Variant<?>> arguments) throws P2pException {
    bus.tell(
        Faults.Meaning.of(invalid, P2pReason.GROUP_INTERFACE_FAILED),
        () -> calls.groupAdd(arguments));
  }

  private DBusPath remember(GroupConfig.Naming naming) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("ssid", new Variant<>(utf8(naming.ssid().text())));
    arguments.put("psk", new Variant<>(naming.passphrase().characters()));
    arguments.put("mode", new Variant<>(GROUP_OWNER_MODE));
    arguments.put("disabled", new Variant<>(REMEMBERED_ONLY));
    arguments.put("key_mgmt", new Variant<>("WPA-PSK"));
    arguments.put("proto", new Variant<>("RSN"));
    arguments.put("pairwise", new Variant<>("CCMP"));
    arguments.put("auth_alg", new Variant<>("OPEN"));
    return bus.ask(Faults.Meaning.plain(), () -> calls.addPersistentGroup(arguments));
  }

  /** Ends a group, by its own interface's object. */
  public void disconnect(String groupInterfacePath) throws P2pException {
    P2pDeviceCalls group = bus.remote(owner, groupInterfacePath, P2pDeviceCalls.class);
    bus.tell(ofGroup(P2pReason.UNKNOWN_GROUP), group::disconnect);
  }

  /** Sends a client away. */
  public void removeClient(MacAddress client) throws P2pException {
    Map<String, Variant<?>> arguments = Map.of("peer", new Variant<>(peer(client)));
    Faults.Meaning meaning = Faults.Meaning.of(P2pReason.UNKNOWN_PEER, P2pReason.UNKNOWN_PEER);
    bus.tell(meaning, () -> calls.removeClient(arguments));
  }

  /** Sends a client away by the address of its interface in the group. */
  public void removeStation(MacAddress station) throws P2pException {
    Map<String, Variant<?>> arguments = Map.of("iface", new Variant<>(station.toString()));
    bus.tell(Faults.Meaning.plain(), () -> calls.removeClient(arguments));
  }

  /** Lets one client into a group of our own, whose interface is not this radio's. */
  public void admit(String groupInterfacePath, Optional<WpsPin> pin) throws P2pException {
    if (groupInterfacePath.equals(path)) {
      throw new P2pException(P2pReason.UNSUPPORTED, "the group has no interface of its own");
    }
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("Role", new Variant<>("enrollee"));
    arguments.put("Type", new Variant<>(pin.isPresent() ? "pin" : "pbc"));
    pin.ifPresent(p -> arguments.put("Pin", new Variant<>(p.digits())));
    AdmissionCalls group = bus.remote(owner, groupInterfacePath, AdmissionCalls.class);
    // In a group that stands, the registrar refuses its button for one reason only
    // (wps_registrar_button_pushed): two devices asked by theirs within the walk time.
    P2pReason refused = pin.isPresent() ? P2pReason.PROVISIONING_FAILED : P2pReason.PBC_OVERLAP;
    bus.ask(ofGroup(refused), () -> group.start(arguments));
  }

  /** Lets nobody into it any more; that nobody was waited for is no error. */
  public void cancelAdmission(String groupInterfacePath) throws P2pException {
    AdmissionCalls group = bus.remote(owner, groupInterfacePath, AdmissionCalls.class);
    end(ofGroup(P2pReason.NOT_UNDER_WAY), group::cancel);
  }

  /**
   * Forgets a remembered group, in memory and in the file; {@code NOT_SAVED} where only in memory.
   */
  public void forget(int persistentGroup) throws P2pException {
    Faults.Meaning meaning =
        Faults.Meaning.of(P2pReason.UNKNOWN_PERSISTENT_GROUP, P2pReason.SUPPLICANT_FAULT);
    Optional<P2pException> unsaved =
        new Erasure(bus, owner, calls).erase(remembered(persistentGroup));
    bus.tell(meaning, () -> calls.removePersistentGroup(remembered(persistentGroup)));
    if (unsaved.isPresent()) {
      throw new P2pException(
          P2pReason.NOT_SAVED, String.valueOf(unsaved.get().getMessage()), unsaved.get());
    }
  }

  /** Offers a service. */
  public void addService(LocalService service) throws P2pException {
    Map<String, Variant<?>> arguments = ServiceArguments.toAdd(service);
    bus.tell(vague(P2pReason.INVALID_ARGUMENT), () -> calls.addService(arguments));
  }

  /** Offers it no more. */
  public void removeService(LocalService service) throws P2pException {
    Map<String, Variant<?>> arguments = ServiceArguments.toDelete(service);
    Faults.Meaning meaning =
        Faults.Meaning.of(P2pReason.UNKNOWN_SERVICE, P2pReason.UNKNOWN_SERVICE);
    bus.tell(meaning, () -> calls.deleteService(arguments));
  }

  /** Offers nothing any more. */
  public void clearServices() throws P2pException {
    bus.tell(Faults.Meaning.plain(), calls::flushService);
  }

  /** Asks for services. */
  public long requestServices(Optional<MacAddress> peer, LocalService query) throws P2pException {
    Map<String, Variant<?>> arguments = new HashMap<>();
    arguments.put("tlv", new Variant<>(ServiceArguments.query(query)));
    peer.ifPresent(p -> arguments.put("peer_object", new Variant<>(peer(p))));
    Faults.Meaning meaning = Faults.Meaning.of(P2pReason.UNKNOWN_PEER, P2pReason.BUSY);
    UInt64 request = bus.ask(meaning, () -> calls.serviceDiscoveryRequest(arguments));
    return request.value().longValue();
  }

  /** Asks no more. */
  public void cancelServiceRequest(long request) throws P2pException {
    Faults.Meaning meaning =
        Faults.Meaning.of(P2pReason.UNKNOWN_SERVICE, P2pReason.UNKNOWN_SERVICE);
    UInt64 number = new UInt64(Long.toUnsignedString(request));
    bus.tell(meaning, () -> calls.serviceDiscoveryCancelRequest(number));
  }

  /** Replaces the vendor elements of our P2P probe responses. */
  public void setVendorElements(byte[] elements) throws P2pException {
    VendorElementCalls vendor = bus.remote(owner, path, VendorElementCalls.class);
    Faults.Meaning meaning =
        new Faults.Meaning(
            P2pReason.INVALID_ARGUMENT, P2pReason.INVALID_ARGUMENT, P2pReason.UNSUPPORTED);
    try {
      bus.tell(meaning, () -> vendor.vendorElemRem(PROBE_RESPONSE, ALL_ELEMENTS));
    } catch (P2pException e) {
      if (e.reason() != P2pReason.INVALID_ARGUMENT) {
        throw e;
      }
    }
    if (elements.length > 0) {
      bus.tell(meaning, () -> vendor.vendorElemAdd(PROBE_RESPONSE, elements));
    }
  }

  /** Sets names and wishes. */
  public void configure(DeviceSettings settings) throws P2pException {
    setConfig(ConfigArguments.of(settings), P2pReason.INVALID_ARGUMENT);
  }

  /** Sets what groups of our own hand out; a supplicant before 2.7 cannot. */
  public void setAddressPlan(EapolAddressPlan plan) throws P2pException {
    setConfig(ConfigArguments.of(plan), P2pReason.SUPPLICANT_TOO_OLD);
  }

  private void setConfig(Map<String, Variant<?>> part, P2pReason invalid) throws P2pException {
    PropertyCalls set = bus.remote(owner, path, PropertyCalls.class);
    Variant<?> value = new Variant<>(part, "a{sv}");
    bus.tell(
        Faults.Meaning.of(invalid, P2pReason.SUPPLICANT_FAULT),
        () -> set.set(Names.P2P_DEVICE, "P2PDeviceConfig", value));
  }

  /** When an empty group ends, for all groups of this radio. */
  public void setGroupIdle(Duration idle) throws P2pException {
    setConfig(
        Map.of("GroupIdle", new Variant<>(new UInt32(idle.toSeconds()))),
        P2pReason.INVALID_ARGUMENT);
  }

  /** Whether groups get an interface of their own. */
  public void useGroupInterface(boolean own) throws P2pException {
    setConfig(Map.of("NoGroupIface", new Variant<>(!own)), P2pReason.UNSUPPORTED);
  }

  /** Whether the P2P Device Address is made up. */
  public void setMacRandomization(boolean on) throws P2pException {
    PropertyCalls set = bus.remote(owner, path, PropertyCalls.class);
    Variant<?> value = new Variant<>(on ? "1" : "0");
    Faults.Meaning meaning =
        new Faults.Meaning(
            P2pReason.UNSUPPORTED, P2pReason.SUPPLICANT_FAULT, P2pReason.UNSUPPORTED);
    bus.tell(meaning, () -> set.set(Names.INTERFACE, "P2pDeviceRandomMacAddr", value));
  }

  private static Faults.Meaning vague(P2pReason unknown) {
    return Faults.Meaning.of(P2pReason.INVALID_ARGUMENT, unknown);
  }

  private static Faults.Meaning ofGroup(P2pReason unknown) {
    return new Faults.Meaning(P2pReason.INVALID_ARGUMENT, unknown, P2pReason.UNKNOWN_GROUP);
  }

  private DBusPath peer(MacAddress peer) {
    return new DBusPath(Names.peerPath(path, peer));
  }

  private DBusPath remembered(int id) {
    return new DBusPath(Names.rememberedPath(path, id));
  }

  private static String methodName(WpsMethod method) {
    return switch (method) {
      case PBC -> "pbc";
      case DISPLAY -> "display";
      case KEYPAD -> "keypad";
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
