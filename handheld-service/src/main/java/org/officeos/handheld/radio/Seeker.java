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
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;

/**
 * Comes to the laptop and comes back to it. A remembered group is brought back first, since that
 * needs no person; where there is none, or the laptop has forgotten it, the laptop is searched for
 * and asked. After a failure it rests, longer each time. It joins nobody else: a group with another
 * owner is left at once, whatever that owner is called.
 *
 * <p>Every call returns what to do next, in order. Times are nanoseconds of one monotonic clock.
 * One thread at a time.
 */
public final class Seeker {

  /** How long a reinvocation may take; hostap gives one up after 15 s. */
  static final Duration REINVOKE_LIMIT = Duration.ofSeconds(20);

  /** How long one search lasts: the laptop listens on a social channel all the time. */
  static final Duration SEARCH_LIMIT = Duration.ofSeconds(10);

  /** How long an asked group may take; hostap gives a join up after 60 s. */
  static final Duration CONNECT_LIMIT = Duration.ofSeconds(70);

  /** Where it stands. */
  public enum Phase {
    /** Not asked to seek. */
    STOPPED,
    /** The radio, the supplicant or the bus is away. */
    RADIO_AWAY,
    /** Waiting for the list of remembered groups. */
    LOOKING_UP,
    /** A remembered group is being brought back. */
    REINVOKING,
    /** Searching for the laptop. */
    SEARCHING,
    /** The laptop was asked for a group. */
    CONNECTING,
    /** In the laptop's group. */
    LINKED,
    /** Resting after a failure. */
    RESTING
  }

  private final KnownLaptop laptop;
  private final Backoff backoff;
  private Phase phase = Phase.STOPPED;
  private boolean radioHere;
  private long deadline;
  private int reinvoked;
  private @Nullable P2pGroup group;
  private @Nullable P2pReason lastFailure;

  /** Seeks {@code laptop}, once started. */
  public Seeker(KnownLaptop laptop, RandomGenerator random) {
    this.laptop = laptop;
    this.backoff = new Backoff(random);
  }

  /** Where it stands. */
  public Phase phase() {
    return phase;
  }

  /** Why the last attempt came to nothing, for the person; empty once linked. */
  public Optional<P2pReason> lastFailure() {
    return Optional.ofNullable(lastFailure);
  }

  /** When {@link #onTime} is due; empty where only an event can move it on. */
  public OptionalLong due() {
    return switch (phase) {
      case STOPPED, RADIO_AWAY, LINKED -> OptionalLong.empty();
      case LOOKING_UP, REINVOKING, SEARCHING, CONNECTING, RESTING -> OptionalLong.of(deadline);
    };
  }

  /** The person, or the system's start, wants the laptop. */
  public List<Move> start(long now) {
    if (phase != Phase.STOPPED) {
      return List.of();
    }
    return radioHere ? lookUp(now) : enter(Phase.RADIO_AWAY);
  }

  /** Nobody wants it any more. */
  public List<Move> stop() {
    List<Move> moves = new ArrayList<>(letGo());
    moves.addAll(enter(Phase.STOPPED));
    backoff.reset();
    return moves;
  }

  /** The answer to {@link Move.AskPersistentGroups}. */
  public List<Move> onPersistentGroups(List<PersistentGroup> groups, long now) {
    if (phase != Phase.LOOKING_UP) {
      return List.of();
    }
    OptionalInt known =
        groups.stream()
            .filter(each -> each.role() == P2pGroup.Role.CLIENT)
            .filter(each -> each.ownerAddress().equals(laptop.address()))
            .mapToInt(PersistentGroup::id)
            .max();
    if (known.isEmpty()) {
      return search(now);
    }
    reinvoked = known.getAsInt();
    deadline = now + REINVOKE_LIMIT.toNanos();
    return enter(Phase.REINVOKING, new Move.Reinvoke(reinvoked, laptop.address()));
  }

  /** A move was refused by the radio. */
  public List<Move> onRefused(P2pReason reason, long now) {
    return onFailure(reason, now);
  }

  /** The socket could not be opened, or the session over it ended while the group stands. */
  public List<Move> onLinkEnded(long now) {
    P2pGroup standing = group;
    if (phase != Phase.LINKED || standing == null) {
      return List.of();
    }
    List<Move> moves = new ArrayList<>();
    moves.add(new Move.Leave(standing.interfaceName()));
    group = null;
    moves.addAll(rest(P2pReason.FORMATION_FAILED, now));
    return moves;
  }

  /** The time that {@link #due()} told has come. */
  public List<Move> onTime(long now) {
    if (due().isEmpty() || now - deadline < 0) {
      return List.of();
    }
    return switch (phase) {
      case RESTING -> lookUp(now);
      case REINVOKING -> prepend(new Move.Cancel(), search(now));
      case SEARCHING -> prepend(new Move.StopFind(), rest(P2pReason.UNKNOWN_PEER, now));
      case CONNECTING -> prepend(new Move.Cancel(), rest(P2pReason.FORMATION_TIMED_OUT, now));
      case LOOKING_UP -> search(now);
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
    radioHere =
        switch (changed.state()) {
          case UNSUPPORTED, DISABLED -> false;
          case INACTIVE, GROUP_CREATING, GROUP_CREATED -> true;
        };
    if (phase == Phase.STOPPED) {
      return List.of();
    }
    if (!radioHere) {
      lastFailure = changed.reason().orElse(P2pReason.RADIO_LOST);
      boolean linked = group != null;
      group = null;
      return linked ? enter(Phase.RADIO_AWAY, new Move.CloseLink()) : enter(Phase.RADIO_AWAY);
    }
    boolean back = phase == Phase.RADIO_AWAY && changed.state() == P2pState.INACTIVE;
    if (back) {
      backoff.reset();
    }
    return back ? lookUp(now) : List.of();
  }

  private List<Move> onFound(P2pDevice device, long now) {
    boolean ours = device.address().equals(laptop.address());
    if (ours && phase == Phase.RESTING) {
      backoff.reset();
      return lookUp(now);
    }
    if (!ours || phase != Phase.SEARCHING) {
      return List.of();
    }
    ConnectRequest request = ConnectRequest.pbc(laptop.address()).withIntent(0);
    deadline = now + CONNECT_LIMIT.toNanos();
    return enter(
        Phase.CONNECTING, new Move.Connect(device.isGroupOwner() ? request.joining() : request));
  }

  private List<Move> onGroup(P2pGroup started, long now) {
    boolean ours = !started.isOwner() && started.ownerAddress().equals(laptop.address());
    if (!ours) {
      return List.of(new Move.Leave(started.interfaceName()));
    }
    if (started.addresses().isEmpty()) {
      return prepend(new Move.Leave(started.interfaceName()), rest(P2pReason.NO_ADDRESS, now));
    }
    group = started;
    lastFailure = null;
    backoff.reset();
    return enter(Phase.LINKED, new Move.OpenLink(started));
  }

  private List<Move> onRemoved(String interfaceName, long now) {
    P2pGroup standing = group;
    if (standing == null || !standing.interfaceName().equals(interfaceName)) {
      return List.of();
    }
    group = null;
    return prepend(new Move.CloseLink(), lookUp(now));
  }

  private List<Move> onFailure(P2pReason reason, long now) {
    return switch (phase) {
      case REINVOKING -> {
        lastFailure = reason;
        boolean forgotten =
            reason == P2pReason.PERSISTENT_GROUP_FORGOTTEN
                || reason == P2pReason.UNKNOWN_PERSISTENT_GROUP;
        yield forgotten ? prepend(new Move.Forget(reinvoked), search(now)) : search(now);
      }
      case LOOKING_UP, SEARCHING, CONNECTING -> rest(reason, now);
      case STOPPED, RADIO_AWAY, LINKED, RESTING -> List.of();
    };
  }

  private List<Move> lookUp(long now) {
    deadline = now + SEARCH_LIMIT.toNanos();
    return enter(Phase.LOOKING_UP, new Move.AskPersistentGroups());
  }

  private List<Move> search(long now) {
    deadline = now + SEARCH_LIMIT.toNanos();
    return enter(Phase.SEARCHING, new Move.Find(FindRequest.social()));
  }

  private List<Move> rest(P2pReason reason, long now) {
    lastFailure = reason;
    deadline = now + backoff.next().toNanos();
    return enter(Phase.RESTING);
  }

  private List<Move> letGo() {
    P2pGroup standing = group;
    group = null;
    return switch (phase) {
      case STOPPED, RADIO_AWAY, LOOKING_UP, RESTING -> List.of();
      case SEARCHING -> List.of(new Move.StopFind());
      case REINVOKING, CONNECTING -> List.of(new Move.Cancel());
      case LINKED ->
          standing == null
              ? List.of()
              : List.of(new Move.CloseLink(), new Move.Leave(standing.interfaceName()));
    };
  }

  private List<Move> enter(Phase next, Move... moves) {
    phase = next;
    return List.of(moves);
  }

  private static List<Move> prepend(Move first, List<Move> then) {
    List<Move> moves = new ArrayList<>();
    moves.add(first);
    moves.addAll(then);
    return List.copyOf(moves);
  }
}
