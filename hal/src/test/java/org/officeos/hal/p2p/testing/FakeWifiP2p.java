package org.officeos.hal.p2p.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;

/**
 * A {@link WifiP2p} on simulated air, for tests of what stands above it. Everything happens at
 * once, on the caller's thread, except what only time brings: that comes with {@link
 * SimulatedAir#advance}. A connection not made within 120 s of that time fails, and a way back into
 * an owner's standing group within 15 s.
 */
public final class FakeWifiP2p extends FakeServices {

  private static final Duration FORMATION = Duration.ofMinutes(2);
  private static final Duration RETURN = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofSeconds(65_535);

  private final List<P2pGroup> before;
  private final List<P2pListener> listeners = new CopyOnWriteArrayList<>();
  private Optional<ConnectRequest> wish = Optional.empty();
  private Optional<MacAddress> invited = Optional.empty();
  private int invitedTo;
  private boolean forming;
  private long requests;
  private P2pState shown;

  /** One device's Wi-Fi Direct. */
  public FakeWifiP2p(SimulatedAir air, SimulatedRadio radio) {
    super(air, radio);
    this.before = radio.groups();
    this.shown = state();
    radio.tell(this::hear);
  }

  /** The radio or its supplicant goes away, and what was under way with it. */
  public void lose(P2pReason reason) throws P2pException {
    air.run(
        () -> {
          away = Optional.of(reason);
          endFormation(reason);
          show();
          return true;
        });
  }

  /** It is back. */
  public void comeBack() throws P2pException {
    air.run(
        () -> {
          away = Optional.empty();
          show();
          return true;
        });
  }

  private void hear(P2pEvent event) {
    if (event instanceof P2pEvent.FormationFailed failed) {
      endFormation(failed.reason());
    } else {
      emit(event);
    }
    if (event instanceof P2pEvent.GroupStarted) {
      forming = false;
      wish = Optional.empty();
    } else if (event instanceof P2pEvent.GoNegotiationFailed failed) {
      endFormation(failed.reason());
    } else if (event instanceof P2pEvent.InvitationResult result) {
      invited(result);
    } else if (event instanceof P2pEvent.DeviceFound found) {
      sought(found.device().address());
    }
    show();
  }

  /** What the peer forgot, or will not take unasked, is negotiated anew. */
  private void invited(P2pEvent.InvitationResult result) {
    Optional<MacAddress> peer = invited;
    invited = Optional.empty();
    if (peer.isEmpty() || result.reason().isEmpty()) {
      return;
    }
    try {
      P2pReason reason = result.reason().get();
      if (reason == P2pReason.PERSISTENT_GROUP_FORGOTTEN) {
        radio.remembered().forget(invitedTo);
      } else if (reason != P2pReason.INVITATION_WAITS) {
        endFormation(reason);
        return;
      }
      form(ConnectRequest.pbc(peer.get()));
    } catch (P2pException e) {
      endFormation(e.reason());
    }
  }

  private void sought(MacAddress peer) {
    Optional<ConnectRequest> now = wish.filter(w -> w.peer().equals(peer));
    if (now.isPresent()) {
      wish = Optional.empty();
      try {
        radio.connect(now.get());
      } catch (P2pException e) {
        endFormation(e.reason());
      }
    }
  }

  private void endFormation(P2pReason reason) {
    if (forming) {
      forming = false;
      wish = Optional.empty();
      emit(new P2pEvent.FormationFailed(reason, "simulated"));
    }
  }

  @Override
  void show() {
    if (state() != shown) {
      shown = state();
      emit(new P2pEvent.StateChanged(shown, away));
    }
  }

  private void emit(P2pEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }

  @Override
  public P2pListener.Subscription subscribe(P2pListener listener) {
    listener.onEvent(new P2pEvent.StateChanged(state(), away));
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public P2pState state() {
    if (closed || away.isPresent()) {
      return P2pState.DISABLED;
    }
    if (forming) {
      return P2pState.GROUP_CREATING;
    }
    return radio.groups().isEmpty() ? P2pState.INACTIVE : P2pState.GROUP_CREATED;
  }

  @Override
  public List<P2pGroup> groups() {
    return radio.groups();
  }

  @Override
  public List<P2pDevice> peers() {
    return radio.peers();
  }

  @Override
  public CompletableFuture<MacAddress> deviceAddress() {
    return value(radio::address);
  }

  @Override
  public CompletableFuture<Void> configure(DeviceSettings settings) {
    return done(() -> radio.configure(settings));
  }

  @Override
  public CompletableFuture<DeviceSettings> settings() {
    return value(radio::settings);
  }

  @Override
  public CompletableFuture<Void> setMacRandomization(boolean on) {
    return done(() -> {});
  }

  @Override
  public CompletableFuture<Void> setAddressPlan(EapolAddressPlan plan) {
    return done(() -> radio.setPlan(plan));
  }

  @Override
  public CompletableFuture<Void> find(FindRequest request) {
    return done(
        () -> {
          refuseWhileForming();
          radio.find();
        });
  }

  @Override
  public CompletableFuture<Void> stopFind() {
    return done(
        () -> {
          refuseWhileForming();
          radio.stopFind();
        });
  }

  @Override
  public CompletableFuture<Void> flush() {
    return done(
        () -> {
          refuseWhileForming();
          radio.flush();
        });
  }

  @Override
  public CompletableFuture<Void> listen(Duration time) {
    return done(
        () -> {
          check(time.toSeconds() >= 1 && time.compareTo(LONGEST) <= 0);
          refuseWhileForming();
          radio.listen();
        });
  }

  @Override
  public CompletableFuture<Void> extendedListen(Duration period, Duration interval) {
    return done(
        () -> {
          boolean off = period.isZero() && interval.isZero();
          check(off || (period.toMillis() >= 1 && interval.compareTo(period) >= 0));
          check(interval.toMillis() <= LONGEST.toSeconds());
        });
  }

  @Override
  public CompletableFuture<Optional<WpsPin>> connect(ConnectRequest request) {
    return value(
        () -> {
          if (!request.frequency().equals(Frequency.ANY) && !request.frequency().isChannel()) {
            throw new P2pException(P2pReason.INVALID_FREQUENCY);
          }
          refuseWhileForming();
          boolean shows = request.method() == WpsMethod.DISPLAY;
          ConnectRequest whole =
              shows && request.pin().isEmpty() ? request.withPin(WpsPin.of("12345670")) : request;
          form(whole);
          return shows ? whole.pin() : Optional.empty();
        });
  }

  /** A formation is under way now, and fails when it takes longer. */
  private void begin(Duration atMost) {
    forming = true;
    long number = ++requests;
    air.after(
        atMost,
        () -> {
          if (number == requests && forming) {
            boolean searched = wish.isPresent();
            radio.settle();
            endFormation(searched ? P2pReason.UNKNOWN_PEER : P2pReason.FORMATION_TIMED_OUT);
            show();
          }
        });
  }

  private void form(ConnectRequest whole) throws P2pException {
    begin(FORMATION);
    try {
      radio.connect(whole);
    } catch (P2pException e) {
      if (e.reason() != P2pReason.UNKNOWN_PEER) {
        forming = false;
        throw e;
      }
      wish = Optional.of(whole);
      radio.find();
    }
  }

  @Override
  public CompletableFuture<Void> cancelConnect() {
    return done(
        () -> {
          if (forming) {
            if (wish.isPresent()) {
              radio.stopFind();
            } else {
              radio.cancel();
            }
            endFormation(P2pReason.CANCELLED);
          }
        });
  }

  @Override
  public CompletableFuture<Void> reject(MacAddress peer) {
    return done(() -> radio.reject(peer));
  }

  @Override
  public CompletableFuture<Void> provisionDiscovery(MacAddress peer, WpsMethod method) {
    return done(
        () ->
            radio
                .knownPeer(peer)
                .news(
                    new P2pEvent.ProvisionDiscovery(
                        radio.address(), true, method, Optional.empty())));
  }

  @Override
  public CompletableFuture<Void> createGroup(GroupConfig config) {
    return done(
        () -> {
          refuseWhileForming();
          radio.addGroup(config);
        });
  }

  @Override
  public CompletableFuture<Void> removeGroup(String interfaceName) {
    return done(() -> radio.disconnect(interfaceName));
  }

  @Override
  public CompletableFuture<Void> removeClient(String interfaceName, MacAddress client) {
    return done(() -> radio.removeClient(interfaceName, client));
  }

  @Override
  public CompletableFuture<Void> removeStation(String interfaceName, MacAddress station) {
    return done(
        () -> {
          radio.owned(interfaceName);
          radio.removeStation(station);
        });
  }

  @Override
  public CompletableFuture<Void> admit(String interfaceName, Optional<WpsPin> pin) {
    return done(() -> radio.admit(interfaceName, pin));
  }

  @Override
  public CompletableFuture<Void> cancelAdmission(String interfaceName) {
    return done(() -> radio.cancelAdmission(interfaceName));
  }

  @Override
  public CompletableFuture<Void> invite(String interfaceName, MacAddress peer) {
    return done(() -> radio.inviteInto(interfaceName, peer));
  }

  @Override
  public CompletableFuture<Void> reinvoke(int persistentGroup, Optional<MacAddress> peer) {
    return done(
        () -> {
          refuseWhileForming();
          RememberedGroups.Remembered group = radio.remembered().find(persistentGroup);
          if (peer.isEmpty()) {
            if (group.role() == P2pGroup.Role.CLIENT) {
              begin(RETURN);
            }
            radio.addRemembered(persistentGroup, Frequency.ANY);
          } else {
            radio.knownPeer(peer.get());
            forming = true;
            invited = peer;
            invitedTo = persistentGroup;
            radio.invite(persistentGroup, peer.get());
          }
        });
  }

  @Override
  public CompletableFuture<Void> reinvoke(int persistentGroup, Frequency where) {
    return done(
        () -> {
          refuseWhileForming();
          radio.needOwn(persistentGroup);
          radio.addRemembered(persistentGroup, where);
        });
  }

  @Override
  public CompletableFuture<List<PersistentGroup>> persistentGroups() {
    return value(radio.remembered()::list);
  }

  @Override
  public CompletableFuture<Void> deletePersistentGroup(int persistentGroup) {
    return done(() -> radio.remembered().forget(persistentGroup));
  }

  @Override
  public CompletableFuture<Void> setGroupIdle(String interfaceName, Duration idle) {
    return done(
        () -> {
          radio.group(interfaceName);
          check(!idle.isNegative());
        });
  }

  @Override
  public CompletableFuture<Void> setPowerSave(String interfaceName, boolean on) {
    return done(
        () -> {
          radio.group(interfaceName);
          throw new P2pException(P2pReason.UNSUPPORTED);
        });
  }

  @Override
  public void close() {
    try {
      air.run(
          () -> {
            for (P2pGroup group : radio.groups()) {
              if (!before.contains(group)) {
                radio.disconnect(group.interfaceName());
              }
            }
            endFormation(P2pReason.CLOSED);
            return true;
          });
    } catch (P2pException e) {
      throw new IllegalStateException(e);
    }
    closed = true;
  }

  private void refuseWhileForming() throws P2pException {
    if (forming) {
      throw new P2pException(P2pReason.BUSY);
    }
  }
}
