package org.officeos.laptop.radio;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.session.EstablishedLink;
import org.officeos.session.relationship.RelationshipId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves {@link GroupKeeper}: one thread, {@code radio-group}, holds all state and does what the
 * keeper wants. Nothing that goes wrong here ends the daemon; the status names it, and it is tried
 * again.
 */
public final class GroupDriver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupDriver.class);
  private static final Set<P2pReason> VAGUE =
      EnumSet.of(
          P2pReason.GROUP_INTERFACE_FAILED,
          P2pReason.FORMATION_FAILED,
          P2pReason.FORMATION_TIMED_OUT,
          P2pReason.SUPPLICANT_FAULT);
  private static final int MOST_STATIONS = 64;
  private static final Duration REMOVING = Duration.ofSeconds(5);
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final RadioParts parts;
  private final RadioConfig config;
  private final DeviceSettings settings;
  private final OwnGroupFile file;
  private final ServingDriver service;
  private final Map<RelationshipId, MacAddress> stations = new LinkedHashMap<>();
  private final GroupKeeper keeper;
  private final Consumer<RadioStatus> watcher;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private Consumer<EstablishedLink> taker = GroupDriver::tooEarly;
  private volatile RadioStatus status;
  private @Nullable WifiP2p wifi;
  private P2pListener.Subscription subscription = () -> {};
  private boolean ended;

  /**
   * A driver, not started yet.
   *
   * @param folder where it remembers which group is ours
   * @param watcher hears each change of the status, on the driver's thread
   */
  public GroupDriver(
      RadioConfig config, RadioParts parts, Path folder, Consumer<RadioStatus> watcher) {
    this.config = config;
    this.parts = parts;
    this.watcher = watcher;
    this.settings = DeviceSettings.laptop(config.deviceName());
    this.file = new OwnGroupFile(folder);
    this.keeper =
        new GroupKeeper(
            file.read(), Channels.startingWith(config.frequency()), settings.ssidPostfix());
    this.service = new ServingDriver(parts, config.fence());
    this.status = look();
    this.thread = new Thread(this::run, "radio-group");
    thread.setDaemon(true);
  }

  /**
   * Starts; returns at once.
   *
   * @param links takes each link and must not block
   */
  public void start(Consumer<EstablishedLink> links) {
    taker = links;
    thread.start();
    tasks.add(
        () -> {
          carryOut(keeper.start(now()));
          open();
        });
  }

  private static void tooEarly(EstablishedLink link) {
    throw new IllegalStateException("not started, " + link.interfaceName());
  }

  /** How it is. Any thread. */
  public RadioStatus status() {
    return status;
  }

  /** A person opened or closed the pairing window. Any thread; returns at once. */
  public void pairing(boolean open) {
    tasks.add(() -> carryOut(keeper.onPairing(open, now())));
  }

  /**
   * The pairing window was closed. Any thread; returns at once.
   *
   * @param paired whether a handheld was paired
   * @param alone whether none is paired now
   */
  public void pairingEnded(boolean paired, boolean alone) {
    tasks.add(() -> carryOut(keeper.onPairingEnded(paired, alone, now())));
  }

  /** A handheld proved itself over a link from there. Any thread; returns at once. */
  public void seen(RelationshipId device, InetSocketAddress remote) {
    tasks.add(
        () -> {
          Optional<MacAddress> station = keeper.group().flatMap(g -> service.station(g, remote));
          if (station.isPresent()) {
            stations.remove(device);
            stations.put(device, station.get());
            if (stations.size() > MOST_STATIONS) {
              stations.remove(stations.keySet().iterator().next());
            }
          }
        });
  }

  /**
   * Somebody is about to be revoked: that the next group has another name and key is written down
   * when this returns. Any thread.
   */
  public void spend() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    tasks.add(
        () -> {
          carryOut(keeper.onSpent());
          done.complete(null);
        });
    await(done, REMOVING);
  }

  /**
   * A handheld was revoked and told so: it is sent out of the group. Any thread; returns at once.
   *
   * @param alone whether nobody else is paired
   */
  public void revoked(RelationshipId device, boolean alone) {
    tasks.add(
        () ->
            carryOut(keeper.onRevoked(Optional.ofNullable(stations.remove(device)), alone, now())));
  }

  /** Takes no new links any more; the group stands on, and what is connected stays so. */
  public void stopListening() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    tasks.add(
        () -> {
          service.takeNobodyMore();
          done.complete(null);
        });
    await(done, REMOVING);
  }

  /** Has the clock looked at again; for tests that turn it by hand. Ends when it was looked at. */
  CompletableFuture<Void> wake() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    tasks.add(() -> tasks.add(() -> done.complete(null)));
    return done;
  }

  private void run() {
    while (!ended) {
      try {
        Runnable task = next();
        if (task != null) {
          task.run();
        }
        carryOut(keeper.onTime(now()));
      } catch (InterruptedException e) {
        ended = true;
      } catch (RuntimeException e) {
        LOG.error("a fault of this program: {}", e.toString());
      }
      tell();
    }
  }

  private @Nullable Runnable next() throws InterruptedException {
    OptionalLong due = keeper.due();
    return due.isEmpty()
        ? tasks.take()
        : tasks.poll(Math.max(0, due.getAsLong() - now()), TimeUnit.NANOSECONDS);
  }

  private void open() {
    WifiP2p opened;
    try {
      opened = parts.source().open();
    } catch (RuntimeException e) {
      LOG.error("a fault of this program: {}", e.toString());
      P2pEvent fault =
          new P2pEvent.StateChanged(P2pState.DISABLED, Optional.of(P2pReason.SUPPLICANT_FAULT));
      carryOut(keeper.onEvent(fault, now()));
      return;
    }
    wifi = opened;
    subscription =
        opened.subscribe(
            event ->
                tasks.add(
                    () -> {
                      if (opened == wifi) {
                        carryOut(keeper.onEvent(explained(event), now()));
                        if (event instanceof P2pEvent.GroupRemoved removed) {
                          service.onRemoved(removed.interfaceName());
                        }
                      }
                    }));
  }

  private void letGo() {
    WifiP2p old = wifi;
    wifi = null;
    subscription.close();
    if (old != null) {
      old.close();
    }
  }

  private void carryOut(List<Move> moves) {
    List<Move> all = new ArrayList<>(moves);
    for (int i = 0; i < all.size(); i++) {
      all.addAll(i + 1, carryOut(all.get(i)));
    }
  }

  /** Does one move, and says what follows from it at once. */
  private List<Move> carryOut(Move move) {
    LOG.debug("radio: {}", move.getClass().getSimpleName());
    WifiP2p radio = wifi;
    if (move instanceof Move.Remember remember) {
      file.write(remember.groups());
    } else if (move instanceof Move.Serve serve) {
      Optional<Trouble> why = service.serve(serve.group(), taker);
      return why.isEmpty() ? keeper.onServing(now()) : keeper.onRefused(why.get(), now());
    } else if (move instanceof Move.Check) {
      return service.taken().map(why -> keeper.onTaken(why, now())).orElseGet(List::of);
    } else if (move instanceof Move.StopServing) {
      service.closeListener();
    } else if (move instanceof Move.Reopen) {
      letGo();
      open();
    } else if (radio != null) {
      return carryOut(move, radio);
    }
    return List.of();
  }

  private List<Move> carryOut(Move move, WifiP2p radio) {
    if (move instanceof Move.LookUp) {
      return lookUp(radio);
    } else if (move instanceof Move.Reinvoke reinvoke) {
      orRefused(radio.reinvoke(reinvoke.persistentGroup(), reinvoke.where()));
    } else if (move instanceof Move.Create create) {
      orRefused(radio.createGroup(create.config()));
    } else if (move instanceof Move.Cancel) {
      orLogged(radio.cancelConnect(), "cancelling");
    } else if (move instanceof Move.KeepWhenEmpty keep) {
      orLogged(radio.setGroupIdle(keep.interfaceName(), Duration.ZERO), "keeping it while empty");
    } else if (move instanceof Move.Remove remove) {
      orLogged(radio.removeGroup(remove.interfaceName()), "removing the group");
    } else if (move instanceof Move.Admit admit) {
      answer(
          radio.admit(admit.interfaceName(), Optional.empty()),
          done -> List.of(),
          why -> {
            LOG.warn("radio: no handheld can be let in now: {}", why.explanation());
            return keeper.onNotAdmitted(now());
          });
    } else if (move instanceof Move.Forget forget) {
      forget(forget, radio);
    } else if (move instanceof Move.RemoveClient remove) {
      orLogged(radio.removeClient(remove.interfaceName(), remove.client()), "sending one away");
    } else if (move instanceof Move.RemoveStation remove) {
      orLogged(radio.removeStation(remove.interfaceName(), remove.station()), "sending one away");
    } else if (move instanceof Move.CancelAdmission none) {
      orLogged(radio.cancelAdmission(none.interfaceName()), "letting nobody in any more");
    }
    return List.of();
  }

  private List<Move> lookUp(WifiP2p radio) {
    try {
      service.chooseNetwork();
    } catch (GroupNetworkException e) {
      return keeper.onRefused(Trouble.of(e), now());
    }
    CompletableFuture<List<PersistentGroup>> remembered =
        radio
            .configure(settings)
            .thenCompose(done -> radio.setAddressPlan(service.plan()))
            .thenCompose(done -> radio.persistentGroups());
    answer(
        remembered,
        groups -> keeper.onFound(groups, radio.groups(), now()),
        why -> keeper.onRefused(why, now()));
    return List.of();
  }

  /** What is not forgotten for good stays written down, and is asked for again. */
  private void forget(Move.Forget move, WifiP2p radio) {
    CompletableFuture<Void> unused =
        radio
            .deletePersistentGroup(move.persistentGroup())
            .whenComplete(
                (done, fault) ->
                    tasks.add(
                        () -> {
                          if (fault == null) {
                            carryOut(keeper.onForgotten(move.ssid()));
                          } else {
                            LOG.warn("radio: a spent group: {}", trouble(fault).explanation());
                          }
                        }));
  }

  private P2pEvent explained(P2pEvent event) {
    return event instanceof P2pEvent.FormationFailed failed
        ? new P2pEvent.FormationFailed(explained(failed.reason()), failed.detail())
        : event;
  }

  private Trouble explained(Trouble why) {
    Optional<P2pReason> better = why.onTheAir().map(this::explained);
    return better.equals(why.onTheAir()) ? why : better.map(Trouble::of).orElse(why);
  }

  /** The kernel's word where the supplicant only says that it went wrong. */
  private P2pReason explained(P2pReason reason) {
    return VAGUE.contains(reason) ? parts.source().obstacle().orElse(reason) : reason;
  }

  private void orRefused(CompletableFuture<Void> future) {
    answer(future, done -> List.of(), why -> keeper.onRefused(explained(why), now()));
  }

  private static void orLogged(CompletableFuture<Void> future, String what) {
    CompletableFuture<Void> unused =
        future.whenComplete(
            (done, fault) -> {
              if (fault != null) {
                LOG.debug("radio: {} was refused: {}", what, trouble(fault).word());
              }
            });
  }

  /** What follows from a call's answer, unless the keeper has gone on meanwhile. */
  private interface Follows<T> {
    List<Move> from(T answer);
  }

  private <T> void answer(CompletableFuture<T> future, Follows<T> well, Follows<Trouble> badly) {
    long round = keeper.round();
    CompletableFuture<T> unused =
        future.whenComplete(
            (value, fault) ->
                tasks.add(
                    () -> {
                      if (round == keeper.round()) {
                        carryOut(fault == null ? well.from(value) : badly.from(trouble(fault)));
                      }
                    }));
  }

  private static Trouble trouble(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    return cause instanceof P2pException named
        ? Trouble.of(named)
        : Trouble.of(P2pReason.SUPPLICANT_FAULT);
  }

  private RadioStatus look() {
    Optional<RadioStatus.Standing> group =
        keeper.phase() == RadioPhase.STANDING
            ? keeper.group().map(RadioStatus.Standing::of)
            : Optional.empty();
    return new RadioStatus(
        keeper.phase(),
        keeper.trouble(),
        config.deviceName(),
        config.interfaceName(),
        group,
        group.isPresent() ? keeper.clients() : 0);
  }

  private void tell() {
    RadioStatus next = look();
    RadioStatus before = status;
    if (!next.equals(before)) {
      status = next;
      StatusLog.changed(before, next);
      watcher.accept(next);
    }
  }

  private long now() {
    return parts.nanoTime().getAsLong();
  }

  private static void await(CompletableFuture<?> done, Duration limit) {
    try {
      done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("radio: not done in time: {}", e.getClass().getSimpleName());
    }
  }

  /**
   * Ends the group and lets the radio go; returns when that is done. A second call does nothing.
   */
  @Override
  public void close() {
    tasks.add(
        () -> {
          carryOut(keeper.stop());
          letGo();
          service.lowerFence();
          ended = true;
        });
    try {
      thread.join(ENDING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
