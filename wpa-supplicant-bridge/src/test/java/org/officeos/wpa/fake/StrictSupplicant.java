package org.officeos.wpa.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.testing.SimulatedRadio;

/**
 * A wpa_supplicant 2.10 as far as the bridge sees it: the bus name, the objects, the signals, and
 * the refusals, over a simulated radio. It does not tell its P2P Device Address, as 2.10 does not.
 */
public final class StrictSupplicant implements AutoCloseable {

  static final String ROOT = "/fi/w1/wpa_supplicant1";
  static final String NAME = "fi.w1.wpa_supplicant1";
  static final String MAIN = ROOT + "/Interfaces/0";

  /** A group's objects. */
  record GroupPaths(String interfacePath, String groupPath, P2pGroup group) {}

  private final DBusConnection connection;
  private final SimulatedRadio radio;
  private final String interfaceName;
  private final Map<String, GroupPaths> groups = new LinkedHashMap<>();
  private List<String> modes = List.of("infrastructure", "ad-hoc", "ap", "p2p");
  private List<String> capabilities = List.of("ap", "p2p");
  private boolean present = true;
  private volatile boolean grabs;
  private volatile boolean refusesProperties;
  private volatile boolean endsAtRemoval;
  private final AtomicInteger taken = new AtomicInteger();
  private int numbers = 1;

  private StrictSupplicant(DBusConnection connection, SimulatedRadio radio, String name) {
    this.connection = connection;
    this.radio = radio;
    this.interfaceName = name;
  }

  /** Starts one that already has its radio as {@code interfaceName}. */
  public static StrictSupplicant start(String bus, SimulatedRadio radio, String interfaceName)
      throws DBusException {
    StrictSupplicant made = prepared(bus, radio, interfaceName);
    made.own();
    return made;
  }

  /** One that does not own its name yet. */
  public static StrictSupplicant prepared(String bus, SimulatedRadio radio, String interfaceName)
      throws DBusException {
    DBusConnection connection = DBusConnectionBuilder.forAddress(bus).withShared(false).build();
    StrictSupplicant made = new StrictSupplicant(connection, radio, interfaceName);
    connection.exportObject(ROOT, new RootObject(made));
    connection.exportObject(MAIN, new InterfaceObject(made, Optional.empty()));
    radio.tell(new Announcer(made)::hear);
    return made;
  }

  public void own() throws DBusException {
    connection.requestBusName(NAME);
  }

  /** As if the driver had these modes. */
  public StrictSupplicant withModes(String... others) {
    modes = List.of(others);
    return this;
  }

  /** As if built with these. */
  public StrictSupplicant withCapabilities(String... others) {
    capabilities = List.of(others);
    return this;
  }

  /** As if it could not change what it remembers. */
  public void refusesProperties() {
    refusesProperties = true;
  }

  boolean mayChange() {
    return !refusesProperties;
  }

  /** It will be killed by the next request to take a group out of its memory. */
  public void endsAtRemoval() {
    endsAtRemoval = true;
  }

  boolean endedAtRemoval() {
    if (endsAtRemoval) {
      // The connection's end waits for the thread of the call that it is called from; not for an
      // interrupted one.
      Thread.currentThread().interrupt();
      close();
    }
    return endsAtRemoval;
  }

  /** From now on it takes the interface again when it is given it. */
  public void grabs() {
    grabs = true;
  }

  /** Whether it took the interface that it was given. */
  boolean take() {
    if (grabs && !present) {
      taken.incrementAndGet();
      plug(true);
      return true;
    }
    return false;
  }

  /** How often it took the interface. */
  public int timesTaken() {
    return taken.get();
  }

  /** The radio is pulled out, and comes back. */
  public void plug(boolean in) {
    present = in;
    if (in) {
      signal(ROOT, NAME, "InterfaceAdded", "oa{sv}", new DBusPath(MAIN), new HashMap<>());
    } else {
      signal(ROOT, NAME, "InterfaceRemoved", "o", new DBusPath(MAIN));
    }
  }

  SimulatedRadio radio() {
    return radio;
  }

  String interfaceName() {
    return interfaceName;
  }

  boolean isPresent() {
    return present;
  }

  List<String> modes() {
    return modes;
  }

  List<String> capabilities() {
    return capabilities;
  }

  synchronized Optional<GroupPaths> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  /** The radio's object and those of the groups' interfaces. */
  synchronized DBusPath[] interfaces() {
    List<DBusPath> paths = new ArrayList<>();
    if (present) {
      paths.add(new DBusPath(MAIN));
    }
    groups.values().forEach(group -> paths.add(new DBusPath(group.interfacePath())));
    return paths.toArray(DBusPath[]::new);
  }

  static DBusPath peerPath(MacAddress peer) {
    return new DBusPath(MAIN + "/Peers/" + peer.toString().replace(":", ""));
  }

  static MacAddress peer(String path) {
    return MacAddress.parse(
        path.substring(path.lastIndexOf('/') + 1).replaceAll("(..)(?=.)", "$1:"));
  }

  synchronized GroupPaths started(P2pGroup group) {
    String interfacePath = ROOT + "/Interfaces/" + numbers++;
    String groupPath = interfacePath + "/Groups/" + group.ssid().substring(7, 9);
    GroupPaths paths = new GroupPaths(interfacePath, groupPath, group);
    groups.put(group.interfaceName(), paths);
    export(interfacePath, new InterfaceObject(this, Optional.of(group)));
    export(groupPath, new GroupObject(group));
    signal(ROOT, NAME, "InterfaceAdded", "oa{sv}", new DBusPath(interfacePath), new HashMap<>());
    return paths;
  }

  synchronized Optional<GroupPaths> finished(P2pEvent.GroupRemoved removed) {
    Optional<GroupPaths> paths = Optional.ofNullable(groups.remove(removed.interfaceName()));
    paths.ifPresent(
        gone -> {
          connection.unExportObject(gone.interfacePath());
          connection.unExportObject(gone.groupPath());
        });
    return paths;
  }

  void export(String path, DBusInterface object) {
    try {
      connection.unExportObject(path);
      connection.exportObject(path, object);
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  void unexport(String path) {
    connection.unExportObject(path);
  }

  void signal(
      String path, String from, String member, @Nullable String types, Object... arguments) {
    try {
      if (connection.isConnected()) {
        connection.sendMessage(
            connection
                .getMessageFactory()
                .createSignal(null, path, from, member, types, arguments));
      }
    } catch (DBusException e) {
      throw new IllegalStateException(e);
    }
  }

  void deviceSignal(String member, @Nullable String types, Object... arguments) {
    signal(MAIN, NAME + ".Interface.P2PDevice", member, types, arguments);
  }

  static Map<String, Variant<?>> dictionary() {
    return new HashMap<>();
  }

  /** As when it is killed: the connection ends, and the name with it. */
  @Override
  public void close() {
    radio.tell(event -> {});
    connection.disconnect();
  }
}
