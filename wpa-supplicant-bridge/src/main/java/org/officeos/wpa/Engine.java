package org.officeos.wpa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.wpa.dbus.BusListener;
import org.officeos.wpa.dbus.SupplicantBus;
import org.officeos.wpa.dbus.SupplicantRadio;
import org.officeos.wpa.dbus.SupplicantRoot;
import org.officeos.wpa.dbus.SupplicantSignal;
import org.officeos.wpa.formation.FormationEvent;
import org.officeos.wpa.formation.Timings;

/**
 * Finds the supplicant, keeps hold of it, and finds it again: on the actor's thread throughout.
 * What was set once is set again on every supplicant found later.
 */
final class Engine {

  /** A call that waits for the supplicant. */
  @FunctionalInterface
  interface Call<T> {
    @Nullable T on(SupplicantRadio radio) throws P2pException;
  }

  /** What comes before a request: refuses, or says what to ask for. */
  @FunctionalInterface
  interface Preparation {
    FormationEvent on(SupplicantRadio radio) throws P2pException;
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(3);

  final Actor actor;
  final Board board = new Board();
  final GroupTable groups = new GroupTable();
  final FormationDriver formation;
  final ProvisionTimers provisioning;
  private final SupplicantConfig config;
  private final Signals signals;
  private Optional<SupplicantBus> bus = Optional.empty();
  private Optional<SupplicantRadio> radio = Optional.empty();
  private Optional<String> pinned = Optional.empty();
  private Optional<DeviceSettings> settings = Optional.empty();
  private Optional<EapolAddressPlan> plan = Optional.empty();
  private Optional<Boolean> randomization = Optional.empty();
  private Optional<Future<?>> retry = Optional.empty();
  private Duration pause = FIRST_PAUSE;
  private int generation;
  private boolean closed;
  private boolean radioWasGone;
  private Optional<Future<?>> look = Optional.empty();

  Engine(SupplicantConfig config, Actor actor, Timings timings) {
    this.config = config;
    this.actor = actor;
    this.formation = new FormationDriver(actor, board, groups, timings);
    this.provisioning = new ProvisionTimers(actor, board);
    this.signals = new Signals(this);
  }

  /** Runs a call on the actor; its future ends with the value or the reason. */
  <T> CompletableFuture<T> ask(Call<T> call) {
    return post((future, present) -> future.complete(call.on(present)));
  }

  /** Runs a request on the actor; its future ends with the value when the supplicant took it. */
  <T> CompletableFuture<T> request(Preparation preparation, @Nullable T value) {
    return post(
        (future, present) ->
            formation.request(preparation.on(present), new FormationDriver.Asked<>(future, value)));
  }

  /** What is done on the actor, and ends a future or sees to it that it ends. */
  @FunctionalInterface
  private interface Task<T> {
    void run(CompletableFuture<T> future, SupplicantRadio present) throws P2pException;
  }

  private <T> CompletableFuture<T> post(Task<T> task) {
    CompletableFuture<T> future = new CompletableFuture<>();
    boolean taken =
        actor.post(
            () -> {
              try {
                task.run(future, present());
              } catch (P2pException e) {
                future.completeExceptionally(e);
              }
            });
    if (!taken) {
      future.completeExceptionally(new P2pException(P2pReason.CLOSED));
    }
    return future;
  }

  private SupplicantRadio present() throws P2pException {
    if (closed) {
      throw new P2pException(P2pReason.CLOSED);
    }
    return radio.orElseThrow(
        () -> new P2pException(board.reason().orElse(P2pReason.SUPPLICANT_ABSENT)));
  }

  Optional<SupplicantRadio> radio() {
    return radio;
  }

  Optional<EapolAddressPlan> plan() {
    return plan;
  }

  Optional<MacAddress> ownAddress() {
    return radio
        .flatMap(r -> r.properties().deviceAddress())
        .or(() -> config.kernelAddress().get());
  }

  /** Whether peers may bring remembered groups back without a person here. */
  boolean letsPeersBringBack() {
    return settings.filter(DeviceSettings::persistentReconnect).isPresent();
  }

  /** Whose group the next request goes into, where the supplicant does not tell. */
  void expectOwner(MacAddress owner) {
    if (!formation.isBusy()) {
      signals.expectOwner(owner);
    }
  }

  void remember(DeviceSettings others) {
    settings = Optional.of(others);
  }

  void remember(EapolAddressPlan other) {
    plan = Optional.of(other);
  }

  void rememberRandomization(boolean on) {
    randomization = Optional.of(on);
  }

  /** Connects to the bus, and again later while there is none. */
  void connect() {
    if (closed || bus.isPresent()) {
      return;
    }
    generation++;
    int mine = generation;
    try {
      SupplicantBus opened =
          SupplicantBus.open(config.busAddress(), config.patience(), new Ear(mine));
      bus = Optional.of(opened);
      pause = FIRST_PAUSE;
      lookFor(opened.owner());
    } catch (P2pException e) {
      down(e.reason());
      again(this::connect);
    }
  }

  private void lookFor(Optional<String> owner) {
    if (owner.equals(pinned) && radio.isPresent()) {
      return;
    }
    if (pinned.isPresent()) {
      detach(P2pReason.SUPPLICANT_LOST);
    }
    pinned = owner;
    if (owner.isPresent()) {
      attach();
    } else {
      bus.ifPresent(SupplicantBus::deafen);
      down(P2pReason.SUPPLICANT_ABSENT);
    }
  }

  /** Takes hold of the radio of the supplicant that is pinned. */
  void attach() {
    if (closed || radio.isPresent() || bus.isEmpty() || pinned.isEmpty()) {
      return;
    }
    Optional<P2pReason> inTheWay = config.obstacle().get();
    if (inTheWay.isPresent()) {
      boolean gone = inTheWay.get() == P2pReason.RADIO_LOST;
      radioWasGone |= gone;
      down(gone ? P2pReason.NO_RADIO : inTheWay.get());
      again(this::attach);
      return;
    }
    try {
      bus.get().pin(pinned.get());
      SupplicantRoot root = new SupplicantRoot(bus.get(), pinned.get());
      if (radioWasGone && config.giveInterface()) {
        root.takeBack(config.interfaceName());
      }
      radioWasGone = false;
      SupplicantRadio found = root.radio(config.interfaceName(), config.giveInterface());
      Optional<P2pReason> obstacle = SupplicantFacts.obstacle(root, found);
      if (obstacle.isPresent()) {
        board.turn(P2pState.UNSUPPORTED, obstacle);
        return;
      }
      restore(found);
      List<P2pDevice> peers = found.properties().peers();
      List<SupplicantSignal.GroupStarted> standing = new ArrayList<>();
      for (String path : root.interfaces()) {
        found.properties().standing(path).ifPresent(standing::add);
      }
      radio = Optional.of(found);
      formation.use(radio);
      peers.forEach(board::found);
      standing.forEach(signals::stands);
      pause = FIRST_PAUSE;
      formation.showState();
    } catch (P2pException e) {
      down(e.reason());
      if (e.reason() != P2pReason.SUPPLICANT_LOST && e.reason() != P2pReason.BUS_DENIED) {
        again(this::attach);
      }
    }
  }

  /** Looks now, and from then on as long as this is open. */
  void watchRadio() {
    if (!closed) {
      lookAtRadio();
      look = Optional.of(actor.later(LOOK, this::watchRadio));
    }
  }

  /**
   * A supplicant whose radio was taken out or switched off keeps its object and says nothing; the
   * kernel says it. One that is switched off keeps its groups for a while too, and would go on with
   * them later, when they were told to be over.
   */
  void lookAtRadio() {
    Optional<P2pReason> inTheWay = radio.isPresent() ? config.obstacle().get() : Optional.empty();
    if (inTheWay.isPresent()) {
      boolean gone = inTheWay.get() == P2pReason.RADIO_LOST;
      radioWasGone |= gone;
      if (!gone) {
        leaveGroups(radio.get());
      }
      detach(inTheWay.get());
      attachLater();
    }
  }

  private void restore(SupplicantRadio found) throws P2pException {
    if (settings.isPresent()) {
      found.configure(settings.get());
    }
    if (plan.isPresent()) {
      found.setAddressPlan(plan.get());
    }
    if (randomization.isPresent()) {
      found.setMacRandomization(randomization.get());
    }
  }

  /** Tries again to take hold of the radio. */
  void attachLater() {
    again(this::attach);
  }

  private void again(Runnable attempt) {
    int mine = generation;
    retry.ifPresent(earlier -> earlier.cancel(false));
    retry =
        Optional.of(
            actor.later(
                pause,
                () -> {
                  if (mine == generation) {
                    attempt.run();
                  }
                }));
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** The radio, its groups and its peers are gone. */
  void detach(P2pReason reason) {
    radio = Optional.empty();
    formation.use(radio);
    formation.feed(new FormationEvent.Lost(reason));
    List<GroupTable.Entry> gone = groups.all();
    gone.forEach(groups::remove);
    gone.stream()
        .filter(GroupTable.Entry::announced)
        .forEach(entry -> board.removed(entry.group()));
    board.lostAll();
    down(reason);
  }

  private void down(P2pReason reason) {
    if (!closed) {
      board.turn(P2pState.DISABLED, Optional.of(reason));
    }
  }

  private void busLost() {
    if (closed || bus.isEmpty()) {
      return;
    }
    SupplicantBus old = bus.get();
    bus = Optional.empty();
    pinned = Optional.empty();
    detach(P2pReason.SUPPLICANT_LOST);
    down(P2pReason.BUS_ABSENT);
    letGo(old);
    connect();
  }

  /** Closing waits for the threads of a connection that is dead; nobody here waits with it. */
  private static void letGo(SupplicantBus dead) {
    Thread closing = new Thread(dead::close, "wpa-bus-closing");
    closing.setDaemon(true);
    closing.start();
  }

  /** Leaves what was made here, and lets go. */
  void close() {
    if (closed) {
      return;
    }
    if (formation.isBusy()) {
      formation.feed(new FormationEvent.CancelAsked());
    }
    radio.ifPresent(this::leaveGroups);
    closed = true;
    look.ifPresent(next -> next.cancel(false));
    detach(P2pReason.CLOSED);
    board.turn(P2pState.DISABLED, Optional.of(P2pReason.CLOSED));
    bus.ifPresent(SupplicantBus::close);
    bus = Optional.empty();
  }

  private void leaveGroups(SupplicantRadio from) {
    for (GroupTable.Entry entry : groups.all()) {
      try {
        if (entry.ours()) {
          from.disconnect(entry.interfacePath());
        }
      } catch (P2pException e) {
        // It is gone already, or the supplicant is: either way it is left.
      }
    }
  }

  /** Hears one connection, and only while it is the present one. */
  private final class Ear implements BusListener {

    private final int mine;

    Ear(int mine) {
      this.mine = mine;
    }

    private void post(Runnable task) {
      actor.post(
          () -> {
            if (mine == generation && !closed) {
              task.run();
            }
          });
    }

    @Override
    public void onSignal(SupplicantSignal signal) {
      post(() -> signals.on(signal));
    }

    @Override
    public void onOwner(Optional<String> owner) {
      post(() -> lookFor(owner));
    }

    @Override
    public void onDisconnected() {
      post(Engine.this::busLost);
    }
  }
}
