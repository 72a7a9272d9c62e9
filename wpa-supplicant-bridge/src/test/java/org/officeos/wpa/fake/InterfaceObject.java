package org.officeos.wpa.fake;

import fi.w1.wpa_supplicant1.ConnectChannelUnavailable;
import fi.w1.wpa_supplicant1.ConnectUnspecifiedError;
import fi.w1.wpa_supplicant1.InvalidArgs;
import fi.w1.wpa_supplicant1.NetworkUnknown;
import fi.w1.wpa_supplicant1.UnknownError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.GroupSsid;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.wpa.dbus.AdmissionCalls;
import org.officeos.wpa.dbus.P2pDeviceCalls;
import org.officeos.wpa.dbus.VendorElementCalls;

/** An interface object: the radio's own, or that of a group's interface. */
final class InterfaceObject extends ReadOnly
    implements P2pDeviceCalls, AdmissionCalls, VendorElementCalls {

  private static final int GROUP_OWNER_MODE = 3;

  private final StrictSupplicant supplicant;
  private final SimulatedRadio radio;
  private final Optional<P2pGroup> group;
  private final ConfigProperty config;
  private final Set<String> services = new HashSet<>();
  private final Set<Long> requests = new HashSet<>();
  private Optional<GroupConfig.Naming> named = Optional.empty();
  private boolean vendorElements;
  private long numbers;

  InterfaceObject(StrictSupplicant supplicant, Optional<P2pGroup> group) {
    this.supplicant = supplicant;
    this.radio = supplicant.radio();
    this.group = group;
    this.config = new ConfigProperty(radio);
  }

  @Override
  public String getObjectPath() {
    return StrictSupplicant.MAIN;
  }

  /** What the radio does, refusals in the supplicant's words. */
  private interface Deed {
    void run() throws P2pException;
  }

  private static void run(Deed deed) {
    try {
      deed.run();
    } catch (P2pException e) {
      throw new UnknownError(e.reason().toString());
    }
  }

  @Override
  public void find(Map<String, Variant<?>> arguments) {
    Dictionary given =
        Dictionary.of(arguments, "Timeout", "i", "DiscoveryType", "s", "freq", "i", "freq", "u");
    if (!Set.of("start_with_full", "social", "progressive")
        .contains(given.text("DiscoveryType").orElse("social"))) {
      throw new InvalidArgs("DiscoveryType");
    }
    run(radio::find);
  }

  @Override
  public void stopFind() {
    run(radio::stopFind);
  }

  @Override
  public void flush() {
    run(radio::flush);
  }

  @Override
  public void listen(int seconds) {
    run(radio::listen);
  }

  @Override
  public void extendedListen(Map<String, Variant<?>> arguments) {
    Dictionary.of(arguments, "period", "i", "interval", "i");
  }

  @Override
  public String connect(Map<String, Variant<?>> arguments) {
    Dictionary given =
        Dictionary.of(
            arguments,
            "peer",
            "o",
            "persistent",
            "b",
            "join",
            "b",
            "authorize_only",
            "b",
            "frequency",
            "i",
            "go_intent",
            "i",
            "wps_method",
            "s",
            "pin",
            "s");
    String peer = Dictionary.need(given.path("peer"), "peer");
    WpsMethod method =
        switch (given.text("wps_method").orElse("")) {
          case "pbc" -> WpsMethod.PBC;
          case "display", "pin" -> WpsMethod.DISPLAY;
          case "keypad" -> WpsMethod.KEYPAD;
          default -> throw new InvalidArgs("wps_method");
        };
    try {
      Optional<String> digits = given.text("pin");
      radio.connect(
          new ConnectRequest(
              StrictSupplicant.peer(peer),
              method,
              digits.isPresent() ? Optional.of(WpsPin.of(digits.get())) : Optional.empty(),
              given.flag("join"),
              given.flag("persistent"),
              given.number("go_intent").orElse(ConnectRequest.DEVICE_SETTING),
              new Frequency(given.number("frequency").orElse(0)),
              given.flag("authorize_only")));
      return "00000000";
    } catch (P2pException e) {
      if (e.reason() == P2pReason.GROUP_INTERFACE_FAILED) {
        throw new ConnectUnspecifiedError("connect failed due to unspecified error.");
      }
      if (e.reason() == P2pReason.CHANNEL_UNAVAILABLE) {
        throw new ConnectChannelUnavailable("connect failed due to channel unavailability.");
      }
      throw new InvalidArgs("Did not receive correct message arguments.");
    }
  }

  /** Two interfaces have one of this name: P2P's is asked on the radio, WPS's on a group. */
  @Override
  public void cancel() {
    if (group.isPresent()) {
      run(
          () -> {
            if (!radio.cancelAdmission(group.get().interfaceName())) {
              throw new P2pException(P2pReason.NOT_UNDER_WAY, "WPS cancel failed");
            }
          });
    } else {
      run(radio::cancel);
    }
  }

  @Override
  public void invite(Map<String, Variant<?>> arguments) {
    Dictionary given = Dictionary.of(arguments, "peer", "o", "persistent_group_object", "o");
    MacAddress peer = StrictSupplicant.peer(Dictionary.need(given.path("peer"), "peer"));
    try {
      radio.knownPeer(peer);
    } catch (P2pException e) {
      throw new InvalidArgs("peer");
    }
    Optional<String> remembered = given.path("persistent_group_object");
    run(
        () -> {
          if (remembered.isPresent()) {
            radio.invite(number(remembered.get()), peer);
          } else {
            radio.inviteInto(group.orElseThrow().interfaceName(), peer);
          }
        });
  }

  @Override
  public void groupAdd(Map<String, Variant<?>> arguments) {
    Dictionary given =
        Dictionary.of(
            arguments, "persistent", "b", "frequency", "i", "persistent_group_object", "o");
    Frequency where = new Frequency(given.number("frequency").orElse(0));
    Optional<String> remembered = given.path("persistent_group_object");
    try {
      if (remembered.isEmpty()) {
        radio.addGroup(new GroupConfig(given.flag("persistent"), where, Optional.empty()));
      } else if (named.isPresent()) {
        GroupConfig.Naming naming = named.get();
        named = Optional.empty();
        radio.addGroup(new GroupConfig(true, where, Optional.of(naming)));
      } else {
        radio.addRemembered(number(remembered.get()), where);
      }
    } catch (P2pException e) {
      throw remembered.isPresent()
          ? new UnknownError("Failed to reinvoke a persistent group")
          : new InvalidArgs("Did not receive correct message arguments.");
    }
  }

  @Override
  public void disconnect() {
    run(() -> radio.disconnect(group.map(P2pGroup::interfaceName).orElse("none")));
  }

  @Override
  public void rejectPeer(DBusPath peer) {
    run(() -> radio.reject(StrictSupplicant.peer(peer.getPath())));
  }

  @Override
  public void removeClient(Map<String, Variant<?>> arguments) {
    Dictionary given = Dictionary.of(arguments, "peer", "o", "iface", "s");
    Optional<String> station = given.text("iface");
    if (station.isPresent()) {
      run(() -> radio.removeStation(MacAddress.parse(station.get())));
      return;
    }
    MacAddress peer = StrictSupplicant.peer(Dictionary.need(given.path("peer"), "peer"));
    for (P2pGroup each : radio.groups()) {
      run(() -> radio.removeClient(each.interfaceName(), peer));
    }
  }

  @Override
  public void provisionDiscoveryRequest(DBusPath peer, String method) {
    if (!Set.of("display", "keypad", "pbc", "pushbutton").contains(method)) {
      throw new InvalidArgs(method);
    }
    run(() -> radio.knownPeer(StrictSupplicant.peer(peer.getPath())));
  }

  @Override
  public void addService(Map<String, Variant<?>> arguments) {
    services.add(service(arguments));
  }

  @Override
  public void deleteService(Map<String, Variant<?>> arguments) {
    Dictionary.of(arguments, "service_type", "s", "version", "i", "service", "s", "query", "ay");
    if (!services.remove(service(arguments))) {
      throw new InvalidArgs("service");
    }
  }

  private static String service(Map<String, Variant<?>> arguments) {
    Dictionary given =
        Dictionary.of(
            arguments,
            "service_type",
            "s",
            "version",
            "i",
            "service",
            "s",
            "query",
            "ay",
            "response",
            "ay");
    return switch (given.text("service_type").orElse("")) {
      case "upnp" -> given.number("version").orElse(0) + Dictionary.need(given.text("service"), "");
      case "bonjour" -> Arrays.toString(given.bytes("query").orElseThrow());
      default -> throw new InvalidArgs("service_type");
    };
  }

  @Override
  public void flushService() {
    services.clear();
  }

  @Override
  public UInt64 serviceDiscoveryRequest(Map<String, Variant<?>> arguments) {
    Dictionary.of(arguments, "peer_object", "o", "tlv", "ay");
    requests.add(++numbers);
    return new UInt64(numbers);
  }

  @Override
  public void serviceDiscoveryCancelRequest(UInt64 request) {
    if (!requests.remove(request.longValue())) {
      throw new InvalidArgs("request");
    }
  }

  @Override
  public DBusPath addPersistentGroup(Map<String, Variant<?>> arguments) {
    Dictionary given =
        Dictionary.of(
            arguments,
            "ssid",
            "ay",
            "psk",
            "s",
            "mode",
            "i",
            "disabled",
            "i",
            "key_mgmt",
            "s",
            "proto",
            "s",
            "pairwise",
            "s",
            "auth_alg",
            "s");
    if (given.number("mode").orElse(0) != GROUP_OWNER_MODE) {
      throw new InvalidArgs("mode");
    }
    try {
      named =
          Optional.of(
              new GroupConfig.Naming(
                  GroupSsid.of(
                      new String(given.bytes("ssid").orElseThrow(), StandardCharsets.UTF_8)),
                  Passphrase.of(given.text("psk").orElseThrow())));
    } catch (P2pException e) {
      throw new InvalidArgs("Failed to set network properties");
    }
    return new DBusPath(StrictSupplicant.MAIN + "/PersistentGroups/99");
  }

  @Override
  public void removePersistentGroup(DBusPath path) {
    if (supplicant.endedAtRemoval()) {
      return;
    }
    try {
      radio.remembered().remove(number(path.getPath()));
      supplicant.unexport(path.getPath());
    } catch (P2pException e) {
      throw new NetworkUnknown("There is no such persistent group in this P2P device.");
    }
  }

  @Override
  public Map<String, Variant<?>> start(Map<String, Variant<?>> arguments) {
    Dictionary given = Dictionary.of(arguments, "Role", "s", "Type", "s", "Pin", "s");
    if (!given.text("Role").equals(Optional.of("enrollee"))) {
      throw new InvalidArgs("Role");
    }
    Optional<String> digits = given.text("Pin");
    run(
        () ->
            radio.admit(
                group.orElseThrow().interfaceName(),
                digits.isPresent() ? Optional.of(WpsPin.of(digits.get())) : Optional.empty()));
    return StrictSupplicant.dictionary();
  }

  @Override
  public void vendorElemAdd(int frame, byte[] elements) {
    vendorElements = true;
  }

  @Override
  public void vendorElemRem(int frame, byte[] elements) {
    if (!vendorElements) {
      throw new InvalidArgs("no such elements");
    }
    vendorElements = false;
  }

  private static int number(String path) {
    return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> void Set(String from, String property, A value) {
    Object bare = value instanceof Variant<?> variant ? variant.getValue() : value;
    if (property.equals("P2PDeviceConfig")) {
      config.set((Map<String, ?>) bare);
    } else if (!property.equals("P2pDeviceRandomMacAddr") || !(bare instanceof String)) {
      throw new InvalidArgs("No such property: " + property);
    }
  }

  @Override
  Map<String, Variant<?>> properties() {
    Map<String, Variant<?>> all = StrictSupplicant.dictionary();
    if (group.isPresent()) {
      String name = group.get().interfaceName();
      all.put("Ifname", new Variant<>(name));
      all.put("Role", new Variant<>(group.get().isOwner() ? "GO" : "client"));
      all.put(
          "Group",
          new Variant<>(new DBusPath(supplicant.group(name).map(g -> g.groupPath()).orElse("/"))));
      all.put(
          "PeerGO",
          new Variant<>(
              group.get().isOwner()
                  ? new DBusPath("/")
                  : StrictSupplicant.peerPath(group.get().ownerAddress())));
      return all;
    }
    Map<String, Variant<?>> capabilities = StrictSupplicant.dictionary();
    capabilities.put("Modes", new Variant<>(supplicant.modes().toArray(String[]::new)));
    all.put("Ifname", new Variant<>(supplicant.interfaceName()));
    all.put("Role", new Variant<>("device"));
    all.put("Group", new Variant<>(new DBusPath("/")));
    all.put("Driver", new Variant<>("nl80211"));
    all.put("Capabilities", new Variant<>(capabilities, "a{sv}"));
    all.put("P2PDeviceConfig", new Variant<>(config.value(), "a{sv}"));
    all.put(
        "Peers",
        new Variant<>(
            radio.peers().stream()
                .map(p -> StrictSupplicant.peerPath(p.address()))
                .toArray(DBusPath[]::new)));
    all.put("PersistentGroups", new Variant<>(remembered()));
    return all;
  }

  private DBusPath[] remembered() {
    List<DBusPath> paths = new ArrayList<>();
    for (PersistentGroup each : radio.remembered().list()) {
      String path = StrictSupplicant.MAIN + "/PersistentGroups/" + each.id();
      supplicant.export(path, new RememberedObject(each, supplicant));
      paths.add(new DBusPath(path));
    }
    return paths.toArray(DBusPath[]::new);
  }
}
