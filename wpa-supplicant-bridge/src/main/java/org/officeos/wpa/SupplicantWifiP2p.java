package org.officeos.wpa;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.LocalService;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;
import org.officeos.wpa.dbus.SupplicantRadio;
import org.officeos.wpa.formation.FormationEvent;
import org.officeos.wpa.formation.Timings;

/**
 * {@link WifiP2p} by wpa_supplicant 2.10 or newer over D-Bus.
 *
 * <p>One thread of its own, {@code wifi-p2p}, holds all state and waits for the supplicant; events
 * are told and futures are completed on it, so neither may block. It believes signals of the
 * supplicant's unique bus name only. When the supplicant, the bus or the radio goes away, the state
 * becomes {@code DISABLED} with the reason, requests under way end with it, and the same object is
 * {@code INACTIVE} again when they are back; what was configured is set again. It never starts a
 * supplicant, and has no way to make one join an access point.
 */
public final class SupplicantWifiP2p implements WifiP2p {

  private static final Duration LONGEST_LISTEN = Duration.ofSeconds(65_535);
  private static final Duration LONGEST_EXTENDED = Duration.ofMillis(65_535);
  private static final Duration CLOSING = Duration.ofSeconds(15);

  private final Engine engine;
  private final Pins pins;

  private SupplicantWifiP2p(Engine engine, Pins pins) {
    this.engine = engine;
    this.pins = pins;
  }

  /**
   * Starts looking for the supplicant, and returns at once; {@link #state()} and events tell how it
   * goes.
   */
  public static SupplicantWifiP2p open(SupplicantConfig config) {
    return open(config, Timings.USUAL);
  }

  static SupplicantWifiP2p open(SupplicantConfig config, Timings timings) {
    Engine engine = new Engine(config, new Actor("wifi-p2p"), timings);
    engine.actor.post(engine::connect);
    engine.actor.post(engine::watchRadio);
    return new SupplicantWifiP2p(engine, new Pins(new SecureRandom()));
  }

  @Override
  public P2pListener.Subscription subscribe(P2pListener listener) {
    engine.actor.post(() -> engine.board.add(listener));
    return () -> engine.board.remove(listener);
  }

  @Override
  public P2pState state() {
    return engine.board.state();
  }

  @Override
  public List<P2pGroup> groups() {
    return engine.board.groups();
  }

  @Override
  public List<P2pDevice> peers() {
    return engine.board.peers();
  }

  @Override
  public CompletableFuture<MacAddress> deviceAddress() {
    return engine.ask(
        radio ->
            engine
                .ownAddress()
                .orElseThrow(
                    () ->
                        new P2pException(P2pReason.UNSUPPORTED, "neither it nor the kernel told")));
  }

  @Override
  public CompletableFuture<Void> configure(DeviceSettings settings) {
    return tell(
        radio -> {
          radio.configure(settings);
          engine.remember(settings);
        });
  }

  @Override
  public CompletableFuture<DeviceSettings> settings() {
    return engine.ask(radio -> radio.properties().settings());
  }

  @Override
  public CompletableFuture<Void> setMacRandomization(boolean on) {
    return tell(
        radio -> {
          radio.setMacRandomization(on);
          engine.rememberRandomization(on);
        });
  }

  @Override
  public CompletableFuture<Void> setAddressPlan(EapolAddressPlan plan) {
    return tell(
        radio -> {
          radio.setAddressPlan(plan);
          engine.remember(plan);
        });
  }

  @Override
  public CompletableFuture<Void> find(FindRequest request) {
    return unlessForming(radio -> radio.find(request));
  }

  @Override
  public CompletableFuture<Void> stopFind() {
    return unlessForming(SupplicantRadio::stopFind);
  }

  @Override
  public CompletableFuture<Void> flush() {
    return unlessForming(
        radio -> {
          radio.flush();
          engine.board.lostAll();
        });
  }

  @Override
  public CompletableFuture<Void> listen(Duration time) {
    return tell(
        radio -> {
          check(time.toSeconds() >= 1 && time.compareTo(LONGEST_LISTEN) <= 0, "1 to 65535 s");
          refuseWhileForming();
          radio.listen(time);
        });
  }

  @Override
  public CompletableFuture<Void> extendedListen(Duration period, Duration interval) {
    return tell(
        radio -> {
          boolean off = period.isZero() && interval.isZero();
          boolean on =
              period.toMillis() >= 1
                  && interval.compareTo(period) >= 0
                  && interval.compareTo(LONGEST_EXTENDED) <= 0;
          check(off || on, "1 to 65535 ms, the period not longer than the interval");
          radio.extendedListen(period, interval);
        });
  }

  @Override
  public CompletableFuture<Optional<WpsPin>> connect(ConnectRequest request) {
    boolean shows = request.method() == WpsMethod.DISPLAY;
    ConnectRequest whole =
        shows && request.pin().isEmpty() ? request.withPin(pins.next()) : request;
    return engine.request(
        radio -> {
          Frequency where = request.frequency();
          if (!where.equals(Frequency.ANY) && !where.isChannel()) {
            throw new P2pException(
                P2pReason.INVALID_FREQUENCY, "a connection takes one channel, or any");
          }
          if (request.join()) {
            engine.expectOwner(request.peer());
          }
          return new FormationEvent.ConnectAsked(whole, engine.board.knows(request.peer()));
        },
        shows ? whole.pin() : Optional.empty());
  }

  @Override
  public CompletableFuture<Void> cancelConnect() {
    return tell(radio -> engine.formation.feed(new FormationEvent.CancelAsked()));
  }

  @Override
  public CompletableFuture<Void> reject(MacAddress peer) {
    return tell(radio -> radio.reject(known(peer)));
  }

  @Override
  public CompletableFuture<Void> provisionDiscovery(MacAddress peer, WpsMethod method) {
    return tell(
        radio -> {
          radio.provisionDiscovery(known(peer), method);
          engine.provisioning.asked(peer);
        });
  }

  @Override
  public CompletableFuture<Void> createGroup(GroupConfig config) {
    return engine.request(radio -> new FormationEvent.CreateAsked(config), null);
  }

  @Override
  public CompletableFuture<Void> removeGroup(String interfaceName) {
    return tell(radio -> radio.disconnect(group(interfaceName).interfacePath()));
  }

  @Override
  public CompletableFuture<Void> removeClient(String interfaceName, MacAddress client) {
    return tell(
        radio -> {
          if (!owned(interfaceName).members().contains(client)) {
            throw new P2pException(P2pReason.UNKNOWN_PEER, "not in " + interfaceName);
          }
          radio.removeClient(client);
        });
  }

  @Override
  public CompletableFuture<Void> removeStation(String interfaceName, MacAddress station) {
    return tell(
        radio -> {
          owned(interfaceName);
          radio.removeStation(station);
        });
  }

  @Override
  public CompletableFuture<Void> admit(String interfaceName, Optional<WpsPin> pin) {
    return tell(radio -> radio.admit(owned(interfaceName).interfacePath(), pin));
  }

  @Override
  public CompletableFuture<Void> cancelAdmission(String interfaceName) {
    return tell(radio -> radio.cancelAdmission(owned(interfaceName).interfacePath()));
  }

  @Override
  public CompletableFuture<Void> invite(String interfaceName, MacAddress peer) {
    return tell(radio -> radio.inviteInto(group(interfaceName).interfacePath(), known(peer)));
  }

  @Override
  public CompletableFuture<Void> reinvoke(int persistentGroup, Optional<MacAddress> peer) {
    return engine.request(
        radio -> {
          PersistentGroup remembered = remembered(radio, persistentGroup);
          if (peer.isPresent()) {
            known(peer.get());
          } else if (remembered.role() == P2pGroup.Role.CLIENT) {
            engine.expectOwner(remembered.ownerAddress());
            return new FormationEvent.ReturnAsked(persistentGroup);
          }
          boolean owns =
              peer.flatMap(engine.board::peer).filter(P2pDevice::isGroupOwner).isPresent();
          return peer.isEmpty()
              ? new FormationEvent.OwnReturnAsked(persistentGroup, Frequency.ANY)
              : new FormationEvent.ReinvokeAsked(persistentGroup, peer.get(), owns);
        },
        null);
  }

  @Override
  public CompletableFuture<Void> reinvoke(int persistentGroup, Frequency where) {
    return engine.request(
        radio -> {
          if (remembered(radio, persistentGroup).role() != P2pGroup.Role.GROUP_OWNER) {
            throw new P2pException(P2pReason.UNKNOWN_PERSISTENT_GROUP, "not ours");
          }
          return new FormationEvent.OwnReturnAsked(persistentGroup, where);
        },
        null);
  }

  @Override
  public CompletableFuture<List<PersistentGroup>> persistentGroups() {
    return engine.ask(radio -> radio.properties().persistentGroups());
  }

  @Override
  public CompletableFuture<Void> deletePersistentGroup(int persistentGroup) {
    return tell(
        radio -> {
          remembered(radio, persistentGroup);
          radio.forget(persistentGroup);
        });
  }

  @Override
  public CompletableFuture<Void> setGroupIdle(String interfaceName, Duration idle) {
    return tell(
        radio -> {
          group(interfaceName);
          check(!idle.isNegative() && idle.toSeconds() <= Integer.MAX_VALUE, "0 s or more");
          radio.setGroupIdle(idle);
        });
  }

  @Override
  public CompletableFuture<Void> setPowerSave(String interfaceName, boolean on) {
    return tell(
        radio -> {
          group(interfaceName);
          throw new P2pException(P2pReason.UNSUPPORTED, "D-Bus has no word for it");
        });
  }

  @Override
  public CompletableFuture<Void> addLocalService(LocalService service) {
    return tell(radio -> radio.addService(service));
  }

  @Override
  public CompletableFuture<Void> removeLocalService(LocalService service) {
    return tell(radio -> radio.removeService(service));
  }

  @Override
  public CompletableFuture<Void> clearLocalServices() {
    return tell(SupplicantRadio::clearServices);
  }

  @Override
  public CompletableFuture<Long> requestServices(Optional<MacAddress> peer, LocalService query) {
    return engine.ask(
        radio -> {
          if (peer.isPresent()) {
            known(peer.get());
          }
          return radio.requestServices(peer, query);
        });
  }

  @Override
  public CompletableFuture<Void> cancelServiceRequest(long request) {
    return tell(radio -> radio.cancelServiceRequest(request));
  }

  @Override
  public CompletableFuture<Void> setVendorElements(byte[] elements) {
    byte[] copy = elements.clone();
    return tell(
        radio -> {
          check(InformationElements.areWhole(copy), "whole elements, 2048 bytes at most");
          radio.setVendorElements(copy);
        });
  }

  /** Waits for the supplicant to take leave, 15 s at most. */
  @Override
  public void close() {
    if (engine.actor.isCurrent()) {
      engine.close();
      engine.actor.end();
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    boolean taken =
        engine.actor.post(
            () -> {
              engine.close();
              done.countDown();
            });
    engine.actor.end();
    try {
      if (taken && done.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        engine.actor.awaitEnd(CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A call without a value. */
  @FunctionalInterface
  private interface Order {
    void to(SupplicantRadio radio) throws P2pException;
  }

  private CompletableFuture<Void> tell(Order order) {
    return engine.ask(
        radio -> {
          order.to(radio);
          return null;
        });
  }

  private CompletableFuture<Void> unlessForming(Order order) {
    return tell(
        radio -> {
          refuseWhileForming();
          order.to(radio);
        });
  }

  private void refuseWhileForming() throws P2pException {
    if (engine.formation.isBusy()) {
      throw new P2pException(P2pReason.BUSY);
    }
  }

  private static void check(boolean holds, String wanted) throws P2pException {
    if (!holds) {
      throw new P2pException(P2pReason.INVALID_ARGUMENT, wanted);
    }
  }

  private MacAddress known(MacAddress peer) throws P2pException {
    if (!engine.board.knows(peer)) {
      throw new P2pException(P2pReason.UNKNOWN_PEER, peer.toString());
    }
    return peer;
  }

  private GroupTable.Entry group(String interfaceName) throws P2pException {
    return engine
        .groups
        .named(interfaceName)
        .filter(GroupTable.Entry::announced)
        .orElseThrow(() -> new P2pException(P2pReason.UNKNOWN_GROUP, interfaceName));
  }

  private GroupTable.Entry owned(String interfaceName) throws P2pException {
    GroupTable.Entry entry = group(interfaceName);
    if (!entry.group().isOwner()) {
      throw new P2pException(P2pReason.UNKNOWN_GROUP, "not ours: " + interfaceName);
    }
    return entry;
  }

  private static PersistentGroup remembered(SupplicantRadio radio, int id) throws P2pException {
    return radio.properties().persistentGroups().stream()
        .filter(group -> group.id() == id)
        .findFirst()
        .orElseThrow(() -> new P2pException(P2pReason.UNKNOWN_PERSISTENT_GROUP, "number " + id));
  }
}
