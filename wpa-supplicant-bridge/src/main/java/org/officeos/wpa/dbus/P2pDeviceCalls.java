package org.officeos.wpa.dbus;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/**
 * Methods of {@code fi.w1.wpa_supplicant1.Interface.P2PDevice}. Dictionaries take the keys named
 * here and no others; what else is refused with {@code InvalidArgs}.
 */
@DBusInterfaceName(Names.P2P_DEVICE)
public interface P2pDeviceCalls extends DBusInterface {

  /** {@code Timeout i} seconds, {@code DiscoveryType s}, {@code freq i}. */
  @DBusMemberName("Find")
  void find(Map<String, Variant<?>> arguments);

  /** Stops searching and listening. */
  @DBusMemberName("StopFind")
  void stopFind();

  /** Forgets all peers. */
  @DBusMemberName("Flush")
  void flush();

  /** Listens for so many seconds. */
  @DBusMemberName("Listen")
  void listen(int seconds);

  /** {@code period i} and {@code interval i} in milliseconds; an empty dictionary ends it. */
  @DBusMemberName("ExtendedListen")
  void extendedListen(Map<String, Variant<?>> arguments);

  /**
   * {@code peer o, persistent b, join b, authorize_only b, frequency i, go_intent i, wps_method s,
   * pin s}.
   *
   * @return a PIN, or eight zeros where none was made
   */
  @DBusMemberName("Connect")
  String connect(Map<String, Variant<?>> arguments);

  /** Ends what is being formed; fails where there is nothing. */
  @DBusMemberName("Cancel")
  void cancel();

  /**
   * {@code peer o, persistent_group_object o}; without the latter, into the group of this object.
   */
  @DBusMemberName("Invite")
  void invite(Map<String, Variant<?>> arguments);

  /** {@code persistent b, frequency i, persistent_group_object o}. */
  @DBusMemberName("GroupAdd")
  void groupAdd(Map<String, Variant<?>> arguments);

  /** Ends the group of this object, which must be the group's own interface. */
  @DBusMemberName("Disconnect")
  void disconnect();

  /** Says no to a peer. */
  @DBusMemberName("RejectPeer")
  void rejectPeer(DBusPath peer);

  /** {@code peer o}. */
  @DBusMemberName("RemoveClient")
  void removeClient(Map<String, Variant<?>> arguments);

  /** {@code display}, {@code keypad} or {@code pbc}. */
  @DBusMemberName("ProvisionDiscoveryRequest")
  void provisionDiscoveryRequest(DBusPath peer, String method);

  /** {@code service_type s, version i, service s, query ay, response ay}. */
  @DBusMemberName("AddService")
  void addService(Map<String, Variant<?>> arguments);

  /** {@code service_type s, version i, service s, query ay}. */
  @DBusMemberName("DeleteService")
  void deleteService(Map<String, Variant<?>> arguments);

  /** Removes all services. */
  @DBusMemberName("FlushService")
  void flushService();

  /** {@code peer_object o, tlv ay}. */
  @DBusMemberName("ServiceDiscoveryRequest")
  UInt64 serviceDiscoveryRequest(Map<String, Variant<?>> arguments);

  /** Ends one. */
  @DBusMemberName("ServiceDiscoveryCancelRequest")
  void serviceDiscoveryCancelRequest(UInt64 request);

  /** A remembered group of our own making: {@code ssid ay, psk s, mode i, disabled i}. */
  @DBusMemberName("AddPersistentGroup")
  DBusPath addPersistentGroup(Map<String, Variant<?>> arguments);

  /** Forgets one. */
  @DBusMemberName("RemovePersistentGroup")
  void removePersistentGroup(DBusPath group);
}
