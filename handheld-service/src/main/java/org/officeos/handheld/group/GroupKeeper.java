package org.officeos.handheld.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pListener;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.radio.Move;
import org.officeos.handheld.radio.Seeker;
import org.officeos.session.EstablishedLink;

/**
 * Moves a {@link Seeker}: one thread takes events, time and answers from one queue and carries out
 * each move. Comes into the laptop's group and back to it until closed; closing leaves the group.
 * The radio itself stays open: it belongs to the caller. Safe for use by several threads.
 */
public final class GroupKeeper implements AutoCloseable {

  private static final Duration LEAVING = Duration.ofSeconds(3);

  private final WifiP2p wifi;
  private final GroupNetwork network;
  private final KnownLaptop laptop;
  private final DeviceSettings settings;
  private final LongSupplier nanos;
  private final Seeker seeker;
  private final StatusBoard board;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread;
  private Optional<StandingGroup> standing = Optional.empty();
  private Optional<GroupNetworkException> obstacle = Optional.empty();
  private boolean radioHere;
  private boolean ended;
  private long attempt;

  /**
   * A keeper that does nothing before {@link #seek}.
   *
   * @param wifi the radio
   * @param network the kernel's side of the group
   * @param laptop whom to seek
   * @param settings how this device names itself on the air
   * @param nanos a clock that never runs backwards, in nanoseconds
   * @param random what spreads the rests of several handhelds
   * @param listener hears each change
   */
  public GroupKeeper(
      WifiP2p wifi,
      GroupNetwork network,
      KnownLaptop laptop,
      DeviceSettings settings,
      LongSupplier nanos,
      RandomGenerator random,
      GroupListener listener) {
    this.wifi = wifi;
    this.network = network;
    this.laptop = laptop;
    this.settings = settings;
    this.nanos = nanos;
    this.seeker = new Seeker(laptop, random);
    this.board = new StatusBoard(listener);
    this.thread = new Thread(this::run, "officeos-group");
    thread.setDaemon(true);
  }

  /**
   * Begins, once.
   *
   * @param heard the laptop as a search just heard it, which saves another; else empty
   */
  public void seek(Optional<P2pDevice> heard) {
    post(() -> carryOut(seeker.start(heard, now())));
    thread.start();
  }

  /** How it stands. */
  public GroupStatus status() {
    return board.status();
  }

  /**
   * Waits until it stands otherwise than {@code seen}.
   *
   * @return how it stands now; {@code seen} itself when the time was over first
   */
  public GroupStatus awaitChange(GroupStatus seen, Duration patience) throws InterruptedException {
    return board.awaitChange(seen, patience);
  }

  /** Nothing could be reached over this group: it is left and sought anew. */
  public void unusable(StandingGroup group) {
    post(
        () -> {
          if (standing.equals(Optional.of(group))) {
            carryOut(seeker.onLinkEnded(P2pReason.FORMATION_FAILED, now()));
          }
        });
  }

  /** The clock was turned by hand. */
  void wake() {
    post(() -> {});
  }

  /** Leaves the group, or gives up the way there; waits for it, 3 s at most. */
  @Override
  public void close() {
    if (thread.getState() == Thread.State.NEW || !closed.compareAndSet(false, true)) {
      return;
    }
    CompletableFuture<Void> left = new CompletableFuture<>();
    post(
        () -> {
          List<CompletableFuture<?>> last = carryOut(seeker.stop(now()));
          ended = true;
          CompletableFuture<Void> unused =
              CompletableFuture.allOf(last.toArray(CompletableFuture<?>[]::new))
                  .whenComplete((done, failed) -> left.complete(null));
        });
    boolean interrupted = Thread.interrupted();
    try {
      left.completeOnTimeout(null, LEAVING.toMillis(), TimeUnit.MILLISECONDS).join();
      thread.join(LEAVING.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    P2pListener.Subscription heard = wifi.subscribe(event -> post(() -> onEvent(event)));
    try {
      while (!ended) {
        Runnable next = next();
        if (next == null) {
          carryOut(seeker.onTime(now()));
        } else {
          next.run();
        }
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      heard.close();
    }
  }

  private @Nullable Runnable next() throws InterruptedException {
    OptionalLong due = seeker.due();
    return due.isEmpty()
        ? queue.take()
        : queue.poll(Math.max(0, due.getAsLong() - now()), TimeUnit.NANOSECONDS);
  }

  private void onEvent(P2pEvent event) {
    if (event instanceof P2pEvent.StateChanged changed) {
      onState(changed.state());
    }
    carryOut(seeker.onEvent(event, now()));
  }

  /** A radio that has come, or come back, knows neither our name nor the groups it told of. */
  private void onState(P2pState state) {
    boolean here = state != P2pState.UNSUPPORTED && state != P2pState.DISABLED;
    if (here && !radioHere) {
      CompletableFuture<?> unused = wifi.configure(settings);
    }
    radioHere = here;
  }

  private List<CompletableFuture<?>> carryOut(List<Move> moves) {
    List<CompletableFuture<?>> under = new ArrayList<>();
    for (Move move : moves) {
      if (move.isAttempt()) {
        attempt++;
      }
      under.add(carryOut(move));
    }
    return under;
  }

  private CompletableFuture<?> carryOut(Move move) {
    if (move instanceof Move.OpenLink open) {
      openLink(open.group());
    } else if (move instanceof Move.CloseLink) {
      standing = Optional.empty();
    } else if (move instanceof Move.AskPersistentGroups) {
      return lookUp();
    } else if (move instanceof Move.Rejoin rejoin) {
      return attempt(wifi.reinvoke(rejoin.persistentGroup(), Optional.empty()));
    } else if (move instanceof Move.Reinvoke reinvoke) {
      return attempt(wifi.reinvoke(reinvoke.persistentGroup(), Optional.of(reinvoke.laptop())));
    } else if (move instanceof Move.Find find) {
      return attempt(wifi.find(find.request()));
    } else if (move instanceof Move.Connect connect) {
      return attempt(wifi.connect(connect.request()));
    } else if (move instanceof Move.Forget forget) {
      return wifi.deletePersistentGroup(forget.persistentGroup());
    } else if (move instanceof Move.StopFind) {
      return wifi.stopFind();
    } else if (move instanceof Move.Cancel) {
      return wifi.cancelConnect();
    } else if (move instanceof Move.Leave leave) {
      return wifi.removeGroup(leave.interfaceName());
    }
    return CompletableFuture.completedFuture(null);
  }

  /** A group of the laptop's may stand already, left by a command that was killed. */
  private CompletableFuture<?> lookUp() {
    Optional<P2pGroup> there = wifi.groups().stream().filter(laptop::owns).findFirst();
    if (there.isPresent()) {
      carryOut(seeker.onEvent(new P2pEvent.GroupStarted(there.get()), now()));
      return CompletableFuture.completedFuture(null);
    }
    long number = attempt;
    return attempt(
        wifi.persistentGroups()
            .whenComplete(
                (groups, failed) -> {
                  if (failed == null) {
                    post(() -> onAnswer(number, () -> seeker.onPersistentGroups(groups, now())));
                  }
                }));
  }

  private void openLink(P2pGroup group) {
    P2pGroup.Addresses addresses = group.addresses().orElseThrow();
    try {
      network.assign(group.interfaceName(), addresses.own(), addresses.mask());
      network.openWay(group.interfaceName(), addresses.owner(), EstablishedLink.DEFAULT_PORT);
      obstacle = Optional.empty();
      standing =
          Optional.of(
              new StandingGroup(
                  group.interfaceName(), addresses.own(), addresses.owner(), laptop.address()));
    } catch (GroupNetworkException e) {
      obstacle = Optional.of(e);
      carryOut(seeker.onLinkEnded(P2pReason.GROUP_INTERFACE_FAILED, now()));
    }
  }

  /** A refusal counts only while nothing else was tried after what was refused. */
  private CompletableFuture<?> attempt(CompletableFuture<?> future) {
    long number = attempt;
    return future.whenComplete(
        (done, failed) -> {
          if (failed != null) {
            P2pReason reason = Failures.reasonOf(failed);
            post(() -> onAnswer(number, () -> seeker.onRefused(reason, now())));
          }
        });
  }

  private interface Answer {
    List<Move> moves();
  }

  private void onAnswer(long number, Answer answer) {
    if (number == attempt) {
      carryOut(answer.moves());
    }
  }

  private void tell() {
    board.turn(
        new GroupStatus(
            seeker.phase(), seeker.lastFailure(), obstacle, standing, seeker.channel()));
  }

  private void post(Runnable task) {
    queue.add(task);
  }

  private long now() {
    return nanos.getAsLong();
  }
}
