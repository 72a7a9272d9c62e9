package org.officeos.wpa.dbus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.PersistentGroup;

/** What the supplicant's objects tell when asked. */
public final class RadioProperties {

  private static final String OWN_GROUP = "3";
  private static final String NO_GROUP = "/";
  private static final String OWNER = "GO";
  private static final int LONGEST_INTERFACE_NAME = 15;

  private final SupplicantBus bus;
  private final String owner;
  private final String path;

  RadioProperties(SupplicantBus bus, String owner, String path) {
    this.bus = bus;
    this.owner = owner;
    this.path = path;
  }

  /** Peers that the supplicant knows already. */
  public List<P2pDevice> peers() throws P2pException {
    return paths("Peers").stream().flatMap(peer -> peer(peer).stream()).toList();
  }

  private Optional<P2pDevice> peer(String peerPath) {
    try {
      PropertyCalls calls = bus.remote(owner, peerPath, PropertyCalls.class);
      return PeerProperties.read(bus.ask(Faults.Meaning.plain(), () -> calls.getAll(Names.PEER)));
    } catch (P2pException e) {
      // It was lost between the list and the question.
      return Optional.empty();
    }
  }

  /** {@code DeviceAddress}, which supplicants after 2.11 tell. */
  public Optional<MacAddress> deviceAddress() {
    return tolerant(path, Names.P2P_DEVICE, "DeviceAddress").flatMap(RadioProperties::octets);
  }

  private static Optional<MacAddress> octets(Object value) {
    return Values.bytes(value).filter(b -> b.length == MacAddress.LENGTH).map(MacAddress::of);
  }

  /** The settings, read back. */
  public DeviceSettings settings() throws P2pException {
    Values values = Values.of(get(path, Names.P2P_DEVICE, "P2PDeviceConfig"));
    try {
      return new DeviceSettings(
          values.text("DeviceName").orElse(""),
          values
              .bytes("PrimaryDeviceType", DeviceType.LENGTH)
              .map(DeviceType::of)
              .orElseThrow(() -> new IllegalArgumentException("no primary device type")),
          values.text("SsidPostfix").orElse(""),
          values.number("GOIntent").orElse(0),
          values.flag("PersistentReconnect").orElse(false));
    } catch (IllegalArgumentException e) {
      throw new P2pException(P2pReason.SUPPLICANT_FAULT, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A group that just started, with what its objects add. Its credential is told to the owner only.
   *
   * @param ownAddress this device's own, where known
   * @throws P2pException when its interface has no name any more
   */
  public P2pGroup group(SupplicantSignal.GroupStarted started, Optional<MacAddress> ownAddress)
      throws P2pException {
    String name =
        Values.text(get(started.interfacePath(), Names.INTERFACE, "Ifname"))
            .filter(n -> !n.isEmpty() && n.length() <= LONGEST_INTERFACE_NAME)
            .orElseThrow(() -> new P2pException(P2pReason.UNKNOWN_GROUP, "without a name"));
    boolean owned = started.role() == P2pGroup.Role.GROUP_OWNER;
    String groupPath = started.groupPath();
    return new P2pGroup(
        name,
        started.role(),
        tolerant(groupPath, Names.GROUP, "SSID").flatMap(Values::bytes).map(this::ssid).orElse(""),
        tolerant(groupPath, Names.GROUP, "Frequency")
            .flatMap(this::frequency)
            .orElse(Frequency.ANY),
        owned ? ownAddress.orElse(MacAddress.ZERO) : groupOwner(started),
        owned ? passphrase(groupPath) : Optional.empty(),
        started.persistent(),
        started.addresses());
  }

  /**
   * The group that an interface's object is in now, as its start would have told it; which
   * addresses it handed out, nobody tells any more.
   */
  public Optional<SupplicantSignal.GroupStarted> standing(String interfacePath)
      throws P2pException {
    Optional<String> groupPath =
        tolerant(interfacePath, Names.P2P_DEVICE, "Group")
            .flatMap(Values::path)
            .filter(group -> !group.equals(NO_GROUP));
    if (groupPath.isEmpty()) {
      return Optional.empty();
    }
    boolean owned =
        tolerant(interfacePath, Names.P2P_DEVICE, "Role")
            .flatMap(Values::text)
            .filter(OWNER::equals)
            .isPresent();
    Optional<String> ssid =
        tolerant(groupPath.get(), Names.GROUP, "SSID").flatMap(Values::bytes).map(this::ssid);
    boolean persistent =
        persistentGroups().stream().anyMatch(each -> ssid.equals(Optional.of(each.ssid())));
    return Optional.of(
        new SupplicantSignal.GroupStarted(
            interfacePath,
            groupPath.get(),
            owned ? P2pGroup.Role.GROUP_OWNER : P2pGroup.Role.CLIENT,
            persistent,
            Optional.empty()));
  }

  private MacAddress groupOwner(SupplicantSignal.GroupStarted started) {
    Optional<MacAddress> told =
        tolerant(started.groupPath(), Names.GROUP, "GODeviceAddress")
            .flatMap(RadioProperties::octets);
    return told.or(
            () ->
                tolerant(started.interfacePath(), Names.P2P_DEVICE, "PeerGO")
                    .flatMap(Values::path)
                    .flatMap(Names::peer))
        .orElse(MacAddress.ZERO);
  }

  private Optional<Passphrase> passphrase(String groupPath) {
    Optional<String> text = tolerant(groupPath, Names.GROUP, "Passphrase").flatMap(Values::text);
    try {
      return text.isPresent() ? Optional.of(Passphrase.of(text.get())) : Optional.empty();
    } catch (P2pException e) {
      return Optional.empty();
    }
  }

  private Optional<Frequency> frequency(Object value) {
    try {
      int megahertz = Values.number(value).orElse(0);
      return megahertz == 0 ? Optional.empty() : Optional.of(Frequency.of(megahertz));
    } catch (P2pException e) {
      return Optional.empty();
    }
  }

  private String ssid(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What is remembered. */
  public List<PersistentGroup> persistentGroups() throws P2pException {
    return paths("PersistentGroups").stream().flatMap(p -> persistentGroup(p).stream()).toList();
  }

  private Optional<PersistentGroup> persistentGroup(String groupPath) {
    Values values =
        Values.of(tolerant(groupPath, Names.PERSISTENT_GROUP, "Properties").orElse(null));
    boolean ours = values.text("mode").orElse("").equals(OWN_GROUP);
    MacAddress groupOwner =
        ours
            ? MacAddress.ZERO
            : values.text("bssid").flatMap(RadioProperties::address).orElse(MacAddress.ZERO);
    return Names.remembered(groupPath)
        .map(
            id ->
                new PersistentGroup(
                    id,
                    unquoted(values.text("ssid").orElse("")),
                    groupOwner,
                    ours ? P2pGroup.Role.GROUP_OWNER : P2pGroup.Role.CLIENT));
  }

  private static Optional<MacAddress> address(String text) {
    try {
      return Optional.of(MacAddress.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** The interface's {@code Capabilities}, {@code Modes}. */
  public List<String> modes() throws P2pException {
    Variant<?> capabilities = get(path, Names.INTERFACE, "Capabilities");
    return Values.of(capabilities).texts("Modes");
  }

  /** The interface's driver, as the supplicant calls it. */
  public Optional<String> driver() {
    return tolerant(path, Names.INTERFACE, "Driver").flatMap(Values::text);
  }

  List<String> paths(String property) throws P2pException {
    return Values.paths(get(path, Names.P2P_DEVICE, property));
  }

  private Optional<Object> tolerant(String object, String interfaceName, String property) {
    try {
      return Optional.of(get(object, interfaceName, property));
    } catch (P2pException e) {
      return Optional.empty();
    }
  }

  private Variant<?> get(String object, String interfaceName, String property) throws P2pException {
    PropertyCalls calls = bus.remote(owner, object, PropertyCalls.class);
    @Nullable Variant<?> value =
        bus.ask(Faults.Meaning.plain(), () -> calls.get(interfaceName, property));
    if (value == null) {
      throw new P2pException(P2pReason.SUPPLICANT_FAULT, property + " has no value");
    }
    return value;
  }
}
