package org.officeos.hal.p2p;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Wi-Fi Direct on one radio, in Android's vocabulary. There is no way in here to join an access
 * point, on purpose.
 *
 * <p>Every call may be made from any thread and returns at once. Its future ends with a value, or
 * exceptionally with a {@link P2pException} of a named {@link P2pReason}, never bare. A future that
 * ends well means that the supplicant took the request; what comes of it is told by events. The
 * contract is stricter than Android's VTS: what is set can be read back, every request to connect
 * ends in exactly one of {@link P2pEvent.GroupStarted} and {@link P2pEvent.FormationFailed}, and a
 * name that nobody knows fails by name.
 *
 * <p>Reasons that any call can end with: {@code BUS_ABSENT}, {@code BUS_DENIED}, {@code
 * SUPPLICANT_ABSENT}, {@code SUPPLICANT_LOST}, {@code RADIO_LOST}, {@code SUPPLICANT_FAULT}, {@code
 * CLOSED}. Further ones stand at each.
 */
public interface WifiP2p extends AutoCloseable {

  /** Hears all events from now on, beginning with the state as it is. */
  P2pListener.Subscription subscribe(P2pListener listener);

  /** Where things stand now. */
  P2pState state();

  /**
   * Groups that stand now, with those that stood before this object was opened: they are told as
   * {@link P2pEvent.GroupStarted} too, without the addresses that nobody tells any more, and can be
   * ended by {@link #removeGroup}.
   */
  List<P2pGroup> groups();

  /** Peers heard within the last 60 s. */
  List<P2pDevice> peers();

  /** This device's P2P Device Address: Android's {@code getDeviceAddress}. */
  CompletableFuture<MacAddress> deviceAddress();

  /**
   * Names this device: {@code setWpsDeviceName}, {@code setWpsDeviceType}, {@code setSsidPostfix}.
   */
  CompletableFuture<Void> configure(DeviceSettings settings);

  /** What {@link #configure} set, read back from the supplicant. */
  CompletableFuture<DeviceSettings> settings();

  /** {@code setMacRandomization}; setting it twice is no error. */
  CompletableFuture<Void> setMacRandomization(boolean on);

  /**
   * {@code configureEapolIpAddressAllocationParams}: what groups that we own hand out from now on.
   */
  CompletableFuture<Void> setAddressPlan(EapolAddressPlan plan);

  /** {@code find} in its three forms. A new search replaces the old. {@code BUSY}. */
  CompletableFuture<Void> find(FindRequest request);

  /** {@code stopFind}; stops listening too. {@code BUSY}. */
  CompletableFuture<Void> stopFind();

  /** {@code flush}: forgets all peers and stops searching. */
  CompletableFuture<Void> flush();

  /**
   * Is there for peers to find, without searching.
   *
   * @param time 1 s to 65 535 s. {@code BUSY}, {@code INVALID_ARGUMENT}
   */
  CompletableFuture<Void> listen(Duration time);

  /**
   * {@code configureExtListen}: listens for {@code period} of every {@code interval} while idle;
   * both 1 ms to 65 535 ms, or both zero to end it. {@code INVALID_ARGUMENT}.
   */
  CompletableFuture<Void> extendedListen(Duration period, Duration interval);

  /**
   * {@code connect}. A peer not heard of yet is searched for first, for as long as a formation may
   * take: asking for it is no error, as in Android's contract. {@code BUSY}, {@code
   * CHANNEL_UNAVAILABLE}, {@code INVALID_FREQUENCY}.
   *
   * @return the PIN to show on this device, with {@code DISPLAY}; otherwise empty
   */
  CompletableFuture<Optional<WpsPin>> connect(ConnectRequest request);

  /**
   * {@code cancelConnect}: ends a search for the peer, a negotiation, a join or a provisioning
   * under way, which then ends with {@code CANCELLED}; a group that stands is left alone. Never an
   * error.
   */
  CompletableFuture<Void> cancelConnect();

  /** {@code reject}: says no to a peer's request. {@code UNKNOWN_PEER}. */
  CompletableFuture<Void> reject(MacAddress peer);

  /** {@code provisionDiscovery}: asks the peer to show or take a PIN. {@code UNKNOWN_PEER}. */
  CompletableFuture<Void> provisionDiscovery(MacAddress peer, WpsMethod method);

  /** {@code addGroup} and {@code addGroupWithConfig}. {@code BUSY}, {@code CHANNEL_UNAVAILABLE}. */
  CompletableFuture<Void> createGroup(GroupConfig config);

  /** {@code removeGroup}; leaves it, on a client. {@code UNKNOWN_GROUP}. */
  CompletableFuture<Void> removeGroup(String interfaceName);

  /** {@code removeClient} of a group that we own. {@code UNKNOWN_GROUP}, {@code UNKNOWN_PEER}. */
  CompletableFuture<Void> removeClient(String interfaceName, MacAddress client);

  /**
   * {@code removeClient} with {@code isLegacyClient}: one whose P2P Device Address is not known, by
   * the address of its interface in a group that we own. That nobody has it is no error. {@code
   * UNKNOWN_GROUP}.
   */
  CompletableFuture<Void> removeStation(String interfaceName, MacAddress station);

  /**
   * {@code startWpsPbc} and {@code startWpsPinKeypad} in a group that we own: lets one client in.
   * {@code UNKNOWN_GROUP}; {@code PBC_OVERLAP} where two devices asked by button within 120 s.
   *
   * @param pin the client's PIN; empty for the button
   */
  CompletableFuture<Void> admit(String interfaceName, Optional<WpsPin> pin);

  /**
   * {@code cancelWps} in a group that we own: nobody is let in any more who was not yet. Who is in
   * stays, and nobody waited for is no error. {@code UNKNOWN_GROUP}.
   */
  CompletableFuture<Void> cancelAdmission(String interfaceName);

  /** {@code invite} into a group that stands. {@code UNKNOWN_GROUP}, {@code UNKNOWN_PEER}. */
  CompletableFuture<Void> invite(String interfaceName, MacAddress peer);

  /**
   * {@code reinvoke}: brings a remembered group back. With {@code peer}, by inviting it. Without
   * one: where this device owns the group, it starts it; where it is a client, it looks for the
   * group that its owner has standing and goes into it by the remembered key, without asking the
   * owner for anything. {@code UNKNOWN_PERSISTENT_GROUP}, {@code UNKNOWN_PEER}, {@code BUSY}.
   */
  CompletableFuture<Void> reinvoke(int persistentGroup, Optional<MacAddress> peer);

  /**
   * {@code addGroup} with a {@code persistentNetworkId}: brings a remembered group of our own back
   * on that channel, or any. {@code UNKNOWN_PERSISTENT_GROUP}, also for one that is not ours,
   * {@code BUSY}, {@code CHANNEL_UNAVAILABLE}.
   */
  CompletableFuture<Void> reinvoke(int persistentGroup, Frequency where);

  /** {@code listNetworks}: what the supplicant remembers. */
  CompletableFuture<List<PersistentGroup>> persistentGroups();

  /**
   * {@code removeNetwork}: the supplicant has its key neither in memory nor, where it keeps one, in
   * its file any more. {@code UNKNOWN_PERSISTENT_GROUP}; {@code NOT_SAVED} where it is out of
   * memory only, and may be remembered again by a supplicant that is started again.
   */
  CompletableFuture<Void> deletePersistentGroup(int persistentGroup);

  /**
   * {@code setGroupIdle}: when an empty group ends, 0 for never; where the supplicant has one value
   * for all groups, as over D-Bus, also those that come later. {@code UNKNOWN_GROUP}, {@code
   * INVALID_ARGUMENT}.
   */
  CompletableFuture<Void> setGroupIdle(String interfaceName, Duration idle);

  /** {@code setPowerSave} in a group. {@code UNKNOWN_GROUP}, {@code UNSUPPORTED}. */
  CompletableFuture<Void> setPowerSave(String interfaceName, boolean on);

  /** {@code addBonjourService} and {@code addUpnpService}. */
  CompletableFuture<Void> addLocalService(LocalService service);

  /** {@code removeBonjourService} and {@code removeUpnpService}. {@code UNKNOWN_SERVICE}. */
  CompletableFuture<Void> removeLocalService(LocalService service);

  /** {@code flushServices}. */
  CompletableFuture<Void> clearLocalServices();

  /**
   * {@code requestServiceDiscovery}: asks one peer, or all that are found, until cancelled. {@code
   * UNKNOWN_PEER}.
   *
   * @return the number to cancel it by
   */
  CompletableFuture<Long> requestServices(Optional<MacAddress> peer, LocalService query);

  /** {@code cancelServiceDiscovery}. {@code UNKNOWN_SERVICE}. */
  CompletableFuture<Void> cancelServiceRequest(long request);

  /**
   * {@code setVendorElements}: what is added to our probe responses and the like.
   *
   * @param elements whole information elements, at most 2048 bytes. {@code UNSUPPORTED}, {@code
   *     INVALID_ARGUMENT}
   */
  CompletableFuture<Void> setVendorElements(byte[] elements);

  /**
   * Leaves the groups that were made through this object or that a peer brought back because {@link
   * DeviceSettings#persistentReconnect} let it, ends what is under way, lets go. Groups that others
   * made are left standing.
   */
  @Override
  void close();
}
