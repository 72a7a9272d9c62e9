package org.officeos.handheld.radio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;

/**
 * Comes to the laptop and comes back to it. The laptop's group stands while its daemon runs, so a
 * remembered key leads into it with no search and no person. It listens first on the channel where
 * that group was last: a supplicant that just heard the owner goes there at once, where it would
 * otherwise go through every channel. Where the key leads nowhere the laptop is searched for;
 * found, it is asked to bring the remembered group back, or, where nothing is remembered, for a
 * place in its group by button. After a failure it rests, longer each time, and much longer where
 * the laptop is near and does not let it in. It joins nobody else: a group with another owner is
 * left at once, whatever that owner is called.
 *
 * <p>Every call returns what to do next, in order. Times are nanoseconds of one monotonic clock.
 * One thread at a time.
 */
public final class Seeker {

  /** So often it asks at a door that stays closed before it rests for long. */
  static final int DOORS = 3;

  /** The first long rest; each further one is twice as long, {@value #DOUBLINGS} times. */
  static final Duration SHUT_OUT = Duration.ofMinutes(15);

  private static final int DOUBLINGS = 2;

  private final KnownLaptop laptop;
  private final Backoff backoff;
  private Phase phase = Phase.STOPPED;
  private boolean radioHere;
  private long deadline;
  private boolean searchNext;
  private OptionalInt remembered = OptionalInt.empty();
  private Optional<Frequency> channel;
  private Optional<P2pDevice> near = Optional.empty();
  private int closedDoors;
  private @Nullable P2pGroup group;
  private @Nullable P2pReason lastFailure;

  /** Seeks {@code laptop}, once started. */
  public Seeker(KnownLaptop laptop, RandomGenerator random) {
    this.laptop = laptop;
    this.backoff = new Backoff(random);
    this.channel = laptop.channel();
  }

  /** Where it stands. */
  public Phase phase() {
    return phase;
  }

  /** Why the last attempt came to nothing, for the person; empty once linked. */
  public Optional<P2pReason> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  /** Where the laptop's group was last. */
  public Optional<Frequency> channel() {
    return channel;
  }

  /** When {@link #onTime} is due; empty where only an event can move it on. */
  public OptionalLong due() {
    boolean timed = phase == Phase.RESTING || phase == Phase.SHUT_OUT || phase.limit().isPresent();
    return timed ? OptionalLong.of(deadline) : OptionalLong.empty();
  }

  /**
   * The person, or the system's start, wants the laptop.
   *
   * @param heard the laptop as a search just heard it, which saves another; else empty
   */
  public List<Move> start(Optional<P2pDevice> heard, long now) {
    if (phase != Phase.STOPPED) {
      return List.of();
    }
    near = heard.filter(device -> device.address().equals(laptop.address()));
    return radioHere ? lookUp(now) : enter(Phase.RADIO_AWAY, now);
  }

  /** Nobody wants it any more. */
  public List<Move> stop(long now) {
    List<Move> moves = new ArrayList<>(letGo());
    moves.addAll(enter(Phase.STOPPED, now));
    backoff.reset();
    return moves;
  }

  /** The answer to {@link Move.AskPersistentGroups}. */
  public List<Move> onPersistentGroups(List<PersistentGroup> groups, long now) {
    if (phase != Phase.LOOKING_UP) {
      return List.of();
    }
    remembered = laptop.rememberedIn(groups);
    if (remembered.isPresent()) {
      return channel.isPresent() ? tuneIn(channel.get(), now) : rejoin(now);
    }
    Optional<P2pDevice> heard = near;
    near = Optional.empty();
    return heard.isPresent() ? connect(heard.get(), now) : search(now);
  }

  /** A move was refused by the radio. */
  public List<Move> onRefused(P2pReason reason, long now) {
    return onFailure(reason, now);
  }

  /** The group stands, but nothing can be reached over it. */
  public List<Move> onLinkEnded(P2pReason reason, long now) {
    P2pGroup standing = group;
    if (phase != Phase.LINKED || standing == null) {
      return List.of();
    }
    group = null;
    return after(rest(reason, now), new Move.CloseLink(), new Move.Leave(standing.interfaceName()));
  }

  /** The time that {@link #due()} told has come. */
  public List<Move> onTime(long now) {
    if (due().isEmpty() || now - deadline < 0) {
      return List.of();
    }
    return switch (phase) {
      case RESTING, SHUT_OUT -> lookUp(now);
      case LOOKING_UP -> search(now);
      case TUNING_IN -> rejoin(now);
      case REJOINING -> giveUp(true, now);
      case REINVOKING, CONNECTING -> giveUp(false, now);
      case LETTING_GO -> goOn(now);
      case SEARCHING -> enter(Phase.SEARCHING_WIDELY, now, new Move.Find(FindRequest.full()));
      case SEARCHING_WIDELY -> after(rest(P2pReason.UNKNOWN_PEER, now), new Move.StopFind());
      case STOPPED, RADIO_AWAY, LINKED -> List.of();
    };
  }

  /** Something happened on the air. */
  public List<Move> onEvent(P2pEvent event, long now) {
    if (event instanceof P2pEvent.StateChanged changed) {
      return onState(changed, now);
    }
    if (phase == Phase.STOPPED) {
      return List.of();
    }
    if (event instanceof P2pEvent.DeviceFound found) {
      return onFound(found.device(), now);
    }
    if (event instanceof P2pEvent.GroupStarted started) {
      return onGroup(started.group(), now);
    }
    if (event instanceof P2pEvent.FormationFailed failed) {
      return onFailure(failed.reason(), now);
    }
    if (event instanceof P2pEvent.GroupRemoved removed) {
      return onRemoved(removed.interfaceName(), now);
    }
    return List.of();
  }

  private List<Move> onState(P2pEvent.StateChanged changed, long now) {
    radioHere = changed.state() != P2pState.UNSUPPORTED && changed.state() != P2pState.DISABLED;
    if (phase == Phase.STOPPED) {
      return List.of();
    }
    if (radioHere) {
      boolean back = phase == Phase.RADIO_AWAY;
      return back ? lookUp(now) : List.of();
    }
    lastFailure = changed.reason().orElse(P2pReason.RADIO_LOST);
    backoff.reset();
    boolean linked = group != null;
    group = null;
    List<Move> away = enter(Phase.RADIO_AWAY, now);
    return linked ? after(away, new Move.CloseLink()) : away;
  }

  private List<Move> onFound(P2pDevice device, long now) {
    if (!device.address().equals(laptop.address())) {
      return List.of();
    }
    if (phase == Phase.RESTING && lastFailure == P2pReason.UNKNOWN_PEER) {
      return lookUp(now);
    }
    if (phase == Phase.TUNING_IN) {
      return rejoin(now);
    }
    if (!phase.isSearching()) {
      return List.of();
    }
    return remembered.isPresent()
        ? enter(Phase.REINVOKING, now, new Move.Reinvoke(remembered.getAsInt(), laptop.address()))
        : connect(device, now);
  }

  private List<Move> onGroup(P2pGroup started, long now) {
    Move leave = new Move.Leave(started.interfaceName());
    if (!laptop.owns(started)) {
      return List.of(leave);
    }
    if (started.addresses().isEmpty()) {
      return phase == Phase.LINKED ? List.of(leave) : after(rest(P2pReason.NO_ADDRESS, now), leave);
    }
    P2pGroup before = group;
    if (started.equals(before)) {
      return List.of();
    }
    group = started;
    if (started.frequency().isChannel()) {
      channel = Optional.of(started.frequency());
    }
    lastFailure = null;
    closedDoors = 0;
    backoff.reset();
    List<Move> opened = enter(Phase.LINKED, now, new Move.OpenLink(started));
    return before == null ? opened : after(opened, new Move.CloseLink());
  }

  private List<Move> onRemoved(String interfaceName, long now) {
    P2pGroup standing = group;
    if (standing == null || !standing.interfaceName().equals(interfaceName)) {
      return List.of();
    }
    group = null;
    return after(lookUp(now), new Move.CloseLink());
  }

  private List<Move> onFailure(P2pReason reason, long now) {
    return switch (phase) {
      case TUNING_IN -> rejoin(now);
      case REJOINING -> forgetting(reason, search(now));
      case REINVOKING -> forgetting(reason, rest(reason, now));
      case LETTING_GO -> goOn(now);
      case CONNECTING -> atClosedDoor(reason, now);
      case LOOKING_UP, SEARCHING, SEARCHING_WIDELY -> rest(reason, now);
      case STOPPED, RADIO_AWAY, LINKED, RESTING, SHUT_OUT -> List.of();
    };
  }

  /** What the laptop has forgotten leads nowhere any more. */
  private List<Move> forgetting(P2pReason reason, List<Move> then) {
    lastFailure = reason;
    boolean gone =
        reason == P2pReason.PERSISTENT_GROUP_FORGOTTEN
            || reason == P2pReason.UNKNOWN_PERSISTENT_GROUP;
    if (!gone || remembered.isEmpty()) {
      return then;
    }
    Move forget = new Move.Forget(remembered.getAsInt());
    remembered = OptionalInt.empty();
    return after(then, forget);
  }

  /** Cancels, and waits for the end of what was cancelled before anything else is asked. */
  private List<Move> giveUp(boolean search, long now) {
    searchNext = search;
    return enter(Phase.LETTING_GO, now, new Move.Cancel());
  }

  private List<Move> goOn(long now) {
    if (searchNext) {
      return search(now);
    }
    return remembered.isEmpty()
        ? atClosedDoor(P2pReason.FORMATION_TIMED_OUT, now)
        : rest(P2pReason.FORMATION_TIMED_OUT, now);
  }

  /**
   * The laptop was heard, no key leads into its group, and nobody there opened the door. Once may
   * be chance; after that, asking every few minutes only empties the battery.
   */
  private List<Move> atClosedDoor(P2pReason reason, long now) {
    closedDoors++;
    if (closedDoors < DOORS) {
      return rest(reason, now);
    }
    lastFailure = P2pReason.PERSISTENT_GROUP_FORGOTTEN;
    phase = Phase.SHUT_OUT;
    int doublings = Math.min(closedDoors - DOORS, DOUBLINGS);
    deadline = now + (SHUT_OUT.toNanos() << doublings);
    return List.of();
  }

  private List<Move> lookUp(long now) {
    return enter(Phase.LOOKING_UP, now, new Move.AskPersistentGroups());
  }

  private List<Move> tuneIn(Frequency where, long now) {
    Duration time = Phase.TUNING_IN.limit().orElseThrow();
    FindRequest there = new FindRequest(FindRequest.Kind.ONE_CHANNEL, where, time);
    return enter(Phase.TUNING_IN, now, new Move.Find(there));
  }

  private List<Move> rejoin(long now) {
    return enter(Phase.REJOINING, now, new Move.Rejoin(remembered.getAsInt()));
  }

  private List<Move> search(long now) {
    return enter(Phase.SEARCHING, now, new Move.Find(FindRequest.social()));
  }

  private List<Move> connect(P2pDevice device, long now) {
    ConnectRequest request = ConnectRequest.pbc(laptop.address()).withIntent(0);
    return enter(
        Phase.CONNECTING,
        now,
        new Move.Connect(device.isGroupOwner() ? request.joining() : request));
  }

  private List<Move> rest(P2pReason reason, long now) {
    lastFailure = reason;
    phase = Phase.RESTING;
    deadline = now + backoff.next().toNanos();
    return List.of();
  }

  private List<Move> letGo() {
    P2pGroup standing = group;
    group = null;
    if (standing != null) {
      return List.of(new Move.CloseLink(), new Move.Leave(standing.interfaceName()));
    }
    if (phase.isSearching()) {
      return List.of(new Move.StopFind());
    }
    return phase.isForming() ? List.of(new Move.Cancel()) : List.of();
  }

  private List<Move> enter(Phase next, long now, Move... moves) {
    phase = next;
    deadline = now + next.limit().orElse(Duration.ZERO).toNanos();
    return List.of(moves);
  }

  private static List<Move> after(List<Move> then, Move... first) {
    List<Move> moves = new ArrayList<>(List.of(first));
    moves.addAll(then);
    return List.copyOf(moves);
  }
}
